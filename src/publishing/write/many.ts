import {
  APIError,
  type CollectionAfterOperationHook,
  type CollectionBeforeOperationHook,
  type Where,
} from 'payload'
import { sentence } from '@/i18n/admin-words'
import type { Locale } from '@/i18n/locales'
import type { PublishedCollection } from '../publishables/publishable'
import { asDraft } from '../published/status'
import { handOn, writeContext } from './context'

type Operation = Parameters<CollectionBeforeOperationHook>[0]

/** Matches no document. It leaves nothing to do for an operation whose work is done already. */
const none: Where = { id: { equals: '00000000-0000-0000-0000-000000000000' } }

/**
 * Takes each document off line by an update of its own, in the transaction of the operation, which then has nothing left
 * to do.
 */
export async function unpublishEach({
  args,
  collection,
  locale,
  overrideAccess,
  req,
}: Pick<Operation, 'args' | 'collection' | 'overrideAccess' | 'req'> & { locale: Locale }) {
  const write = args as unknown as { where?: Where; data?: object }
  const common = {
    collection: collection.slug as PublishedCollection,
    locale,
    fallbackLocale: false,
    overrideAccess: overrideAccess === true,
    ...(req.user ? { user: req.user } : {}),
    depth: 0,
    req,
  } as const
  const { docs } = await req.payload.find({
    ...common,
    where: write.where ?? none,
    limit: 0,
    pagination: false,
  })
  const done = []
  for (const { id } of docs) {
    done.push(await req.payload.update({ ...common, id, data: { ...write.data, ...asDraft } }))
  }
  handOn(req, { doneAlready: done })
  return { ...args, where: none }
}

/** Answers with what `unpublishEach` did. */
export const answerDone: CollectionAfterOperationHook = ({ operation, req, result }) => {
  const { doneAlready: docs } = writeContext(req)
  if (!docs || operation !== 'update') return result
  handOn(req, { doneAlready: undefined })
  return { docs, errors: [] } as unknown as typeof result
}

/**
 * Edits all of many documents or none of them. Payload collects the errors and commits the rest, and with it half of a
 * refused document, since it writes the document before the later hooks refuse it.
 */
export const allOrNothing: CollectionAfterOperationHook = ({ result, req }) => {
  const errors = (result as { errors?: { message: string }[] }).errors ?? []
  if (errors.length === 0) return result
  const reasons = [...new Set(errors.map(({ message }) => message))].join(' ')
  const message = sentence(req.i18n?.language, (w) => w.errors.bulk, { count: errors.length, reasons })
  throw new APIError(message, 409, errors, true)
}
