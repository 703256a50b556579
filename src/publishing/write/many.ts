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

/** Matches no document: an operation whose work is done already finds nothing to do. */
const none: Where = { id: { equals: '00000000-0000-0000-0000-000000000000' } }

/**
 * Takes each document off line by an update of its own, in the operation's transaction, and leaves it nothing to do.
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
 * An edit of many documents is done with all of them or with none. Payload collects what went wrong and commits the
 * rest, halves of refused documents included, since it writes before the later hooks speak.
 */
export const allOrNothing: CollectionAfterOperationHook = ({ result, req }) => {
  const errors = (result as { errors?: { message: string }[] }).errors ?? []
  if (errors.length === 0) return result
  const reasons = [...new Set(errors.map(({ message }) => message))].join(' ')
  const message = sentence(req.i18n?.language, (w) => w.errors.bulk, { count: errors.length, reasons })
  throw new APIError(message, 409, errors, true)
}
