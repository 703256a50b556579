import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { queryInTransaction, type Run } from '@/database/query'
import { locales } from '@/i18n/locales'
import { intentOf } from '@/publishing/write/intent'
import { emptyEntry, writeEntry } from './write-entry'

/** Updates the index in the transaction of the publication, so that neither is ever saved without the other. */
export const keepEntryOfArticle: CollectionAfterChangeHook = async ({ doc, req }) => {
  const { does, locale } = intentOf(req)
  if (does !== 'save') await writeEntry(inTransaction(req), { article: doc.id as string, locale })
  return doc
}

export const forgetEntriesOfArticle: CollectionAfterDeleteHook = async ({ id, req }) => {
  for (const locale of locales) await emptyEntry(inTransaction(req), { article: String(id), locale })
}

const inTransaction =
  (req: PayloadRequest): Run =>
  (statement) =>
    queryInTransaction(req, statement)
