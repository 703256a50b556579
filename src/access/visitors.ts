import {
  APIError,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type PayloadRequest,
  type Where,
} from 'payload'
import { isLocale, locales } from '@/i18n/locales'
import { member } from './roles'

/** The most that one answer to a visitor holds. */
const largestPage = 100
const deepestPopulation = 2
const mostConditions = 20
/** Beyond this, an OFFSET is no page of ours, and may be no number of Postgres'. */
const lastPage = 1_000_000

/** Every way of comparing that a visitor may use; the others are for places on a map. */
const comparisons = new Set([
  'equals',
  'not_equals',
  'in',
  'not_in',
  'exists',
  'like',
  'contains',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
])

const always = ['id', 'createdAt', 'updatedAt']

/** Fields that hold one value, or a list of such: what can be compared. */
const plainFields = new Set([
  'text',
  'textarea',
  'number',
  'date',
  'select',
  'checkbox',
  'relationship',
  'upload',
])

/** Collections without drafts or private fields: a filter may look into what stands there in the same language. */
const openTerms = ['authors', 'tags', 'categories']

type Query = {
  where?: Where
  sort?: unknown
  select?: unknown
  limit?: unknown
  page?: unknown
  depth?: unknown
  draft?: boolean
  data?: unknown
  /** Set where a document is read to fill a relation of another. */
  currentDepth?: number
}

/**
 * Bounds what a visitor may ask of a collection over REST. Status per language puts published English and draft
 * Indonesian into one row, so a question must name one language, and may filter, sort and select by public fields only:
 * a filter on a private field would give its value away, letter by letter.
 */
export function boundVisitors(publicFields: readonly string[]): CollectionBeforeOperationHook {
  const showable = new Set([...always, ...publicFields])
  return ({ args, collection, operation, overrideAccess, req }) => {
    if (overrideAccess || req.payloadAPI !== 'REST' || member({ req })) return args
    if (!['read', 'readDistinct', 'count'].includes(operation)) return args
    const query = args as Query
    // What fills a relation was bounded by the question that it belongs to, and passes the access rules by itself.
    if (query.currentDepth !== undefined) return args
    refuseOtherLanguages(req)
    if (query.draft)
      throw new APIError('Drafts are for signed-in users: leave out draft.', 403, undefined, true)
    for (const field of Object.keys(query.select && typeof query.select === 'object' ? query.select : {}))
      if (!showable.has(field)) throw unknownField(field, showable)
    const comparable = new Set([...always, ...comparablePaths(collection.flattenedFields, showable)])
    for (const field of [...pathsOfWhere(query.where), ...pathsOfSort(query.sort)])
      if (!comparable.has(field)) throw unknownField(field, comparable)
    return {
      ...args,
      limit: query.limit === undefined ? undefined : between(1, query.limit, largestPage) || largestPage,
      page: query.page === undefined ? undefined : between(1, query.page, lastPage),
      depth: between(0, query.depth ?? deepestPopulation, deepestPopulation),
      // Payload answers a document with all its languages where they are not flattened, and whatever `data` is sent
      // along in place of a document.
      flattenLocales: true,
      data: undefined,
      joins: false,
      pagination: true,
      populate: undefined,
      trash: false,
    } as unknown as typeof args
  }
}

/**
 * The exact paths that `where` and `sort` may name. Exact, because Payload reads `title.id` as the title in Indonesian,
 * whatever language was asked for, and follows `memberships.sourceArticle.title` into drafts.
 */
const comparablePaths = (fields: FlattenedField[], shown: Set<string>): string[] =>
  fields
    .filter((field) => shown.has(field.name) && plainFields.has(field.type) && !isListOfTexts(field))
    .flatMap((field) =>
      'relationTo' in field && openTerms.includes(String(field.relationTo))
        ? [field.name, `${field.name}.slug`, `${field.name}.name`]
        : [field.name],
    )

/** Payload's query for one fails where the collection has more such lists (seen in 3.90). */
const isListOfTexts = (field: FlattenedField): boolean => field.type === 'text' && field.hasMany === true

const badRequest = (message: string) => new APIError(message, 400, undefined, true)

const unknownField = (field: string, known: Set<string>) =>
  badRequest(`Unknown field \`${field}\`. Visitors may ask for: ${[...known].join(', ')}.`)

function between(least: number, asked: unknown, most: number): number {
  const number = Number(asked)
  if (!Number.isSafeInteger(number)) throw badRequest(`Expected a whole number, got \`${String(asked)}\`.`)
  return number === 0 ? 0 : Math.min(Math.max(number, least), most)
}

/** Payload takes an unknown language for none, and `all` or `*` for every language at once. */
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

/** `-publishedAt,title`, or a list of such. */
const pathsOfSort = (sort: unknown): string[] =>
  [sort ?? []]
    .flat()
    .flatMap((list) => String(list).split(','))
    .map((field) => field.trim().replace(/^-/, ''))

function pathsOfWhere(where: Where | undefined): string[] {
  const paths = [...conditions(where)]
  if (paths.length > mostConditions)
    throw badRequest(`Expected at most ${mostConditions} conditions, got ${paths.length}.`)
  return paths
}

function* conditions(where: unknown): Generator<string> {
  if (where === undefined || where === null) return
  if (typeof where !== 'object') throw badRequest('Expected `where` to be conditions: where[title][equals]=…')
  for (const [key, value] of Object.entries(where)) {
    if (/^(and|or)$/i.test(key)) {
      if (!Array.isArray(value)) throw badRequest(`Expected a list: where[${key}][0][title][equals]=…`)
      for (const part of value) yield* conditions(part)
    } else {
      assertComparison(key, value)
      yield key
    }
  }
}

function assertComparison(path: string, comparison: unknown): void {
  if (typeof comparison !== 'object' || comparison === null)
    throw badRequest(`Expected a comparison: where[${path}][equals]=…`)
  for (const [operator, value] of Object.entries(comparison)) {
    if (!comparisons.has(operator))
      throw badRequest(`Unknown comparison \`${operator}\`. Expected one of: ${[...comparisons].join(', ')}.`)
    if ([value].flat().some((item) => typeof item === 'object' && item !== null))
      throw badRequest(`Expected a value or a list of values in where[${path}][${operator}].`)
  }
}
