import type { Payload } from 'payload'
import { cache } from 'react'
import { languageStates } from '@/publishing/language-states'
import type { PublishedCollection } from '@/publishing/write/published-state'
import { batched } from './batched'

/** Reads a document's languages for a cell. A list's cells are drawn one by one: its page shares one query. */
export const statesOfPage = cache((payload: Payload, collection: PublishedCollection) =>
  batched((ids) => languageStates(payload, collection, ids)),
)
