/** The internal address at which a server asks itself to purge its pages. */
export const purgeAddress = '/internal/purge'

/** Is in the answer where there was something to purge. */
export const purgedHeader = 'terbit-purged'
