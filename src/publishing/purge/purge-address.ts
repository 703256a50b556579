/** Where a server asks itself to purge what was published. */
export const purgeAddress = '/internal/purge'

/** Is in the answer where there was something to purge. */
export const purgedHeader = 'terbit-purged'
