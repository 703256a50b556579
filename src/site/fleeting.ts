/**
 * Marks a page that is right for this moment alone, such as one that says that the server is too busy to search. Pages
 * with this attribute are not kept for other readers (`src/server/answers/kept-answers.ts`).
 */
export const fleeting = 'data-fleeting'
