import type { Payload } from 'payload'
import { cache } from 'react'
import { languageStates } from '@/publishing/language-states'
import type { PublishedCollection } from '@/publishing/publishables/publishable'
import { batched } from './batched'

/**
 * Returns a function that reads a document's language states for a cell. Payload renders the cells of a list one by
 * one, and all cells of a page share one query.
 */
export const statesOfPage = cache((payload: Payload, collection: PublishedCollection) =>
  batched((ids) => languageStates(payload, collection, ids)),
)
