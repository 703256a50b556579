/** Ids of elements in an article's page. The ids of headings have no colon, so these can never be one of them. */
export const mentionId = (projectSlug: string): string => `mention:${projectSlug}`
export const projectCardId = (projectSlug: string): string => `project:${projectSlug}`
