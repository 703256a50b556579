/**
 * An attribute in a page that holds for this moment alone, such as one that says there was too much to do: what keeps
 * pages for other readers (`src/server/answers/kept-answers.ts`) leaves it out.
 */
export const fleeting = 'data-fleeting'
