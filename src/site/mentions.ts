/** Ids in an article's page. No heading's id has a colon. */
export const mentionId = (projectSlug: string): string => `mention:${projectSlug}`
export const projectCardId = (projectSlug: string): string => `project:${projectSlug}`
