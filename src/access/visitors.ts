import { APIError, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload'
import { isLocale, locales } from '@/i18n/locales'
import { assertComparison, badRequest, comparablePaths } from './comparisons'
import { member } from './roles'

/** The most documents in one answer to a visitor. */
const largestPage = 100
const deepestPopulation = 2
const mostConditions = 20
/** A page beyond this is none of ours, and its OFFSET may be too large a number for Postgres. */
const lastPage = 1_000_000

const always = ['id', 'createdAt', 'updatedAt']

type Query = {
  where?: unknown
  sort?: unknown
  select?: unknown
  limit?: unknown
  page?: unknown
  depth?: unknown
  draft?: boolean
  data?: unknown
  /** Set when a document is read to fill a relation of another one. */
  currentDepth?: number
}

/**
 * Limits what a visitor may ask of a collection over REST. Each language has its own status, so one row may hold
 * published English and draft Indonesian. A query must therefore name one language, and may filter, sort and select
 * only by public fields: a filter on a private field would give its value away, letter by letter.
 */
export function boundVisitors(publicFields: readonly string[]): CollectionBeforeOperationHook {
  const showable = new Set([...always, ...publicFields])
  return ({ args, collection, operation, overrideAccess, req }) => {
    if (overrideAccess || req.payloadAPI !== 'REST' || member({ req })) return args
    if (!['read', 'readDistinct', 'count'].includes(operation)) return args
    const query = args as Query
    // A read that fills a relation was limited by the query that it belongs to, and passes the access rules itself.
    if (query.currentDepth !== undefined) return args
    refuseOtherLanguages(req)
    if (query.draft)
      throw new APIError('Drafts are for signed-in users: leave out draft.', 403, undefined, true)
    for (const field of Object.keys(query.select && typeof query.select === 'object' ? query.select : {}))
      if (!showable.has(field)) throw unknownField(field, showable)
    const comparable = comparablePaths(collection.flattenedFields, showable)
    for (const field of pathsOfSort(query.sort))
      if (!comparable.has(field)) throw unknownField(field, comparable.keys())
    for (const [path, comparison] of conditionsIn(query.where)) {
      const kind = comparable.get(path)
      if (!kind) throw unknownField(path, comparable.keys())
      assertComparison(path, kind, comparison)
    }
    return {
      ...args,
      limit: query.limit === undefined ? undefined : between(1, query.limit, largestPage) || largestPage,
      page: query.page === undefined ? undefined : between(1, query.page, lastPage),
      depth: between(0, query.depth ?? deepestPopulation, deepestPopulation),
      // Without flattening, Payload answers a document with all its languages. It also answers `data`, if that is sent
      // along, in place of a document.
      flattenLocales: true,
      data: undefined,
      joins: false,
      pagination: true,
      populate: undefined,
      trash: false,
    } as unknown as typeof args
  }
}

const unknownField = (field: string, known: Iterable<string>) =>
  badRequest(`Unknown field \`${field}\`. Visitors may ask for: ${[...known].join(', ')}.`)

function between(least: number, asked: unknown, most: number): number {
  const number = Number(asked)
  if (!Number.isSafeInteger(number)) throw badRequest(`Expected a whole number, got \`${String(asked)}\`.`)
  return number === 0 ? 0 : Math.min(Math.max(number, least), most)
}

/** Payload treats an unknown language as no language, and `all` or `*` as every language at once. */
export function refuseOtherLanguages(req: Pick<PayloadRequest, 'query'>): void {
  const query = (req.query ?? {}) as Record<string, unknown>
  const { locale } = query
  if (locale !== undefined && !isLocale(locale))
    throw badRequest(`Unknown locale \`${String(locale)}\`. Expected one of: ${locales.join(', ')}.`)
  for (const key of ['fallback-locale', 'fallbackLocale']) {
    const fallback = query[key]
    if (fallback === undefined || fallback === 'none' || fallback === 'null' || fallback === 'false') continue
    throw badRequest(`Texts do not fall back to another language here: leave out \`${key}\`.`)
  }
}

/** Returns the fields that a sort names: '-publishedAt,title' -> ['publishedAt', 'title']. Lists are read too. */
export const pathsOfSort = (sort: unknown): string[] =>
  [sort ?? []]
    .flat()
    .flatMap((list) => String(list).split(','))
    .map((field) => field.trim().replace(/^-/, ''))

function conditionsIn(where: unknown): [string, unknown][] {
  const found = [...conditions(where)]
  if (found.length > mostConditions)
    throw badRequest(`Expected at most ${mostConditions} conditions, got ${found.length}.`)
  return found
}

/** Returns every path of a `where` with its comparison, however deep it stands in `and` and `or`. */
export function* conditions(where: unknown): Generator<[string, unknown]> {
  if (where === undefined || where === null) return
  if (typeof where !== 'object') throw badRequest('Expected `where` to be conditions: where[title][equals]=…')
  for (const [key, value] of Object.entries(where)) {
    if (!/^(and|or)$/i.test(key)) yield [key, value]
    else if (Array.isArray(value)) for (const part of value) yield* conditions(part)
    else throw badRequest(`Expected a list: where[${key}][0][title][equals]=…`)
  }
}
