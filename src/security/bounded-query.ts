/** The most documents in one answer of the REST API; visitors get fewer (src/access/visitors.ts). */
const largestPage = 1_000
/** How many relations are followed at most, one after the other. */
const deepest = 5
/** The most parameters. Payload reads no more than 1,000, and leaves out the rest without a word. */
const mostParameters = 500
/** The most values and characters of all comparisons together, such as the ids of `where[id][in]`. */
const mostValues = 500
const longestWhere = 25_000
const mostSorts = 5
const longestSort = 100
/** Payload reads ten levels of brackets, and takes deeper ones for a name (3.90, `createPayloadRequest`). */
const deepestBrackets = 10

/** The result for a query: the same query, the same with a smaller `limit` or `depth`, or a reason to refuse it. */
type BoundedQuery = { search: string } | { refused: string }

/**
 * Bounds the query of a request to the REST API, for whoever asks: a list of 100,000 ids, or a sort by 20,000 names,
 * keeps Postgres busy for seconds. `limit=0` means all documents to Payload, and becomes the largest page.
 * @param search with its question mark: `?limit=0` -> `?limit=1000`
 */
export function boundedQuery(search: string): BoundedQuery {
  if (search === '') return { search }
  const parameters = new URLSearchParams(search)
  const pairs = [...parameters]
  const refused = refusalOfPairs(pairs)
  if (refused) return { refused }
  let changed = false
  for (const [name, bound] of [
    ['limit', (asked: number) => (asked < 1 ? largestPage : Math.min(asked, largestPage))],
    ['depth', (asked: number) => Math.min(asked, deepest)],
  ] as const) {
    const asked = parameters.get(name)
    if (asked === null || asked === '') continue
    const bounded = String(bound(Number(asked)))
    if (bounded === asked) continue
    parameters.set(name, bounded)
    changed = true
  }
  return { search: changed ? `?${parameters}` : search }
}

function refusalOfPairs(pairs: [string, string][]): string | undefined {
  if (pairs.length > mostParameters)
    return `Expected at most ${mostParameters} parameters, got ${pairs.length}.`
  const sorts = pairs.filter(([key]) => rootOf(key) === 'sort').flatMap(([, value]) => value.split(','))
  if (sorts.length > mostSorts)
    return `Expected \`sort\` to name at most ${mostSorts} fields, got ${sorts.length}.`
  if (sorts.some((name) => name.length > longestSort))
    return 'Expected `sort` to name fields, such as sort=-createdAt.'
  const where = pairs.filter(([key]) => rootOf(key) === 'where')
  const values = sum(
    where.map(([key, value]) => (key === 'where' ? sizeOfJson(value) : value.split(',').length)),
  )
  if (values > mostValues) return `Expected at most ${mostValues} values in \`where\`, got ${values}.`
  if (sum(where.map(([, value]) => value.length)) > longestWhere)
    return `Expected at most ${longestWhere} characters in \`where\`, got more.`
  const names = new Set<string>()
  for (const [key, value] of pairs) {
    const refused = refusalOfPair(key, value) ?? (names.has(key) ? repeated(key) : undefined)
    if (refused) return refused
    names.add(key)
  }
  return undefined
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0)

function refusalOfPair(key: string, value: string): string | undefined {
  const root = rootOf(key)
  if (key.split('[').length - 1 > deepestBrackets)
    return `Expected at most ${deepestBrackets} levels of brackets in \`${key.slice(0, 100)}\`.`
  if (root === 'limit' || root === 'depth' || root === 'page') {
    const fits =
      key === root && (value === '' || /^-?\d{1,9}$/.test(value)) && !(root === 'depth' && Number(value) < 0)
    return fits ? undefined : `Expected \`${root}\` to be a whole number, got \`${value.slice(0, 100)}\`.`
  }
  if (root === 'joins' && (key !== root || value !== 'false')) return 'There are no joins: leave out `joins`.'
  return undefined
}

/** `where[title][equals]` -> `where` */
const rootOf = (key: string): string => key.split('[', 1)[0] ?? key

/** Payload would read a repeated number as a list, and a list as no number. */
const single = ['limit', 'depth', 'page']
const repeated = (key: string): string | undefined =>
  single.includes(key) ? `Expected \`${key}\` once, got it several times.` : undefined

/** Payload also takes `where` as JSON. Its size is that of everything in it: `{"id":{"in":["a","b"]}}` -> 4. */
const sizeOfJson = (text: string): number => text.split(/[,[{]/).length - 1
