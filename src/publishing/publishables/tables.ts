import { sql } from '@/database/query'
import type { PublishedCollection } from './publishable'

/** The tables of a published collection, as Payload names them. */
export const tablesOf = (collection: PublishedCollection) => ({
  documents: sql.identifier(collection),
  languages: sql.identifier(`${collection}_locales`),
  versions: sql.identifier(`_${collection}_v`),
  languagesOfVersions: sql.identifier(`_${collection}_v_locales`),
})
