import { APIError, type CollectionBeforeOperationHook, type PayloadRequest, type Where } from 'payload'
import { isLocale, locales } from '@/i18n/locales'
import { member } from './roles'

/** The most that one answer to a visitor holds. */
const largestPage = 100
const deepestPopulation = 2

type Query = {
  where?: Where
  sort?: string | string[]
  select?: Record<string, unknown>
  limit?: number
  depth?: number
  draft?: boolean
}

/**
 * Bounds what a visitor may ask of a collection over REST. Status per language puts published English and draft
 * Indonesian into one row, so a question must name one language, and may filter, sort and select by public fields only:
 * a filter on a private field would give its value away.
 */
export const boundVisitors = (publicFields: readonly string[]): CollectionBeforeOperationHook => {
  const known = new Set<string>(['id', 'createdAt', 'updatedAt', ...publicFields])
  return ({ args, operation, overrideAccess, req }) => {
    if (overrideAccess || req.payloadAPI !== 'REST' || member({ req })) return args
    if (!['read', 'readDistinct', 'count'].includes(operation)) return args
    const query = args as Query
    refuseOtherLanguages(req)
    if (query.draft)
      throw new APIError('Drafts are for signed-in users: leave out draft.', 403, undefined, true)
    for (const field of fieldsOf(query)) {
      if (known.has(field.split('.')[0] ?? '')) continue
      throw badRequest(`Unknown field \`${field}\`. Visitors may ask for: ${[...known].join(', ')}.`)
    }
    return {
      ...args,
      limit: Math.min(query.limit || largestPage, largestPage),
      depth: Math.min(query.depth ?? deepestPopulation, deepestPopulation),
      joins: false,
      populate: undefined,
    } as unknown as typeof args
  }
}

const badRequest = (message: string) => new APIError(message, 400, undefined, true)

/** Payload takes an unknown language for its default one, and `all` or `*` for every language at once. */
export function refuseOtherLanguages(req: Pick<PayloadRequest, 'query'>): void {
  const asked = (req.query as Record<string, unknown>).locale
  if (asked !== undefined && !isLocale(asked))
    throw badRequest(`Unknown locale \`${String(asked)}\`. Expected one of: ${locales.join(', ')}.`)
  for (const key of ['fallback-locale', 'fallbackLocale']) {
    const fallback = (req.query as Record<string, unknown>)[key]
    if (fallback === undefined || fallback === 'none' || fallback === 'null' || fallback === 'false') continue
    throw badRequest(`Texts do not fall back to another language here: leave out \`${key}\`.`)
  }
}

function* fieldsOf({ where, sort, select }: Query): Generator<string> {
  yield* fieldsOfWhere(where)
  for (const field of [sort ?? []].flat().flatMap((list) => list.split(','))) yield field.replace(/^-/, '')
  yield* Object.keys(select ?? {})
}

function* fieldsOfWhere(where: Where | undefined): Generator<string> {
  for (const [key, value] of Object.entries(where ?? {})) {
    if (/^(and|or)$/i.test(key)) for (const part of [value].flat()) yield* fieldsOfWhere(part as Where)
    else yield key
  }
}
