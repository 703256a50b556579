import { APIError, type FlattenedField } from 'payload'

/** The kind of value in a field, which decides the comparisons that a filter may use. */
export type Kind = 'text' | 'date' | 'number' | 'id' | 'flag' | { options: string[] }

const equality = ['equals', 'not_equals', 'in', 'not_in', 'exists']
const order = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']
const words = ['like', 'contains']
const lists = ['in', 'not_in']
/** The most values in a list of a visitor. */
const longestList = 100

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Collections without drafts or private fields. A filter may look into their fields, in the same language. */
export const openTerms = ['authors', 'tags', 'categories']

const always: [string, Kind][] = [
  ['id', 'id'],
  ['createdAt', 'date'],
  ['updatedAt', 'date'],
]

/**
 * Returns the exact paths that `where` and `sort` may name. They are exact because Payload reads `title.id` as the
 * title in Indonesian, whatever language was asked for, and follows `memberships.sourceArticle.title` into drafts.
 */
export const comparablePaths = (fields: FlattenedField[], shown: ReadonlySet<string>): Map<string, Kind> =>
  new Map([...always, ...fields.filter(({ name }) => shown.has(name)).flatMap(pathsOf)])

function pathsOf(field: FlattenedField): [string, Kind][] {
  const { name } = field
  // Payload's query for a list of texts or numbers fails when the collection has more such lists (seen in 3.90).
  if ((field.type === 'text' || field.type === 'number') && field.hasMany) return []
  if (field.type === 'text' || field.type === 'textarea') return [[name, 'text']]
  if (field.type === 'date' || field.type === 'number') return [[name, field.type]]
  if (field.type === 'checkbox') return [[name, 'flag']]
  if (field.type === 'select')
    return [[name, { options: field.options.map((one) => (typeof one === 'string' ? one : one.value)) }]]
  if (field.type !== 'relationship' && field.type !== 'upload') return []
  const within: [string, Kind][] = openTerms.includes(String(field.relationTo))
    ? [
        [`${name}.slug`, 'text'],
        [`${name}.name`, 'text'],
      ]
    : []
  return [[name, 'id'], ...within]
}

/**
 * Refuses comparisons that Postgres cannot make, because Payload would answer them with 500.
 * @throws APIError 400
 */
export function assertComparison(path: string, kind: Kind, comparison: unknown): void {
  if (typeof comparison !== 'object' || comparison === null || Array.isArray(comparison))
    throw badRequest(`Expected a comparison: where[${path}][equals]=…`)
  for (const [operator, value] of Object.entries(comparison)) {
    const known = operatorsOf(kind)
    if (!known.includes(operator))
      throw badRequest(
        `Unknown comparison \`${operator}\` of \`${path}\`. Expected one of: ${known.join(', ')}.`,
      )
    const values = lists.includes(operator) ? listed(value) : [value]
    if (values.length > longestList)
      throw badRequest(`Expected at most ${longestList} values in where[${path}][${operator}].`)
    const wanted = operator === 'exists' ? 'flag' : kind
    if (values.every((one) => fits(wanted, one))) continue
    throw badRequest(`Expected ${description(wanted)} in where[${path}][${operator}].`)
  }
}

export const badRequest = (message: string) => new APIError(message, 400, undefined, true)

const listed = (value: unknown): unknown[] => (typeof value === 'string' ? value.split(',') : [value].flat())

function operatorsOf(kind: Kind): string[] {
  if (kind === 'text') return [...equality, ...words]
  return kind === 'date' || kind === 'number' ? [...equality, ...order] : equality
}

function fits(kind: Kind, value: unknown): boolean {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return false
  const text = String(value)
  if (typeof kind === 'object') return kind.options.includes(text)
  const tests: Record<typeof kind, () => boolean> = {
    // A text in Postgres cannot contain NUL.
    text: () => !text.includes('\u0000'),
    date: () => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)),
    number: () => /^-?\d{1,9}(\.\d{1,9})?$/.test(text),
    id: () => uuid.test(text),
    flag: () => text === 'true' || text === 'false',
  }
  return tests[kind]()
}

function description(kind: Kind): string {
  if (typeof kind === 'object') return `one of ${kind.options.join(', ')}`
  return {
    text: 'a text',
    date: 'a date such as 2026-11-22',
    number: 'a number',
    id: 'an id',
    flag: 'true or false',
  }[kind]
}
