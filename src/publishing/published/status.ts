import type { Where } from 'payload'

/** The status of one language of a document, which Payload keeps in the field `_status`. */
export type Status = 'published' | 'draft'

/** The data of a write that publishes. */
export const asPublished = { _status: 'published' } as const

/** The data of a write that keeps a draft, or takes off line what was published. */
export const asDraft = { _status: 'draft' } as const

export const isPublished = ({ _status }: { _status?: unknown }): boolean => _status === asPublished._status

export const isDraft = ({ _status }: { _status?: unknown }): boolean => _status === asDraft._status

/** Payload's condition for what is published in the language of a read. */
export const wherePublished: Where = { _status: { equals: asPublished._status } }

/**
 * Payload's condition for articles that stand in lists. Use it in reads for visitors: it does not ask for published
 * articles, which their access rule does.
 */
export const whereListed: Where = { unlisted: { not_equals: true } }
