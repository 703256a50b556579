import { beforeAll, describe, expect, test } from 'vitest'
import { roles } from '@/access/roles'
import { type Locale, locales } from '@/i18n/locales'
import { withPayload } from '../../support/postgres/payload'
import type { Answer } from '../../support/product/rest'
import { globalOperations, type Operation, operations, type Target } from './stock/operations'
import { invitePeople, type People } from './stock/people'
import { Stock } from './stock/stock'
import { accessTable, type Column, columns, endpointsOfSigningIn, type Permission, rows } from './stock/table'

const terbit = withPayload()
let people: People
let stock: Stock

beforeAll(async () => {
  // These tests ask for refusals, and Payload would log each one.
  terbit.payload.logger.level = 'silent'
  people = await invitePeople(terbit.payload)
  stock = new Stock(terbit.payload, people)
  await terbit.payload.updateGlobal({ slug: 'site', data: { tagline: 'Pagi' }, locale: 'id' })
})

const isRefused = ({ status }: Answer) => [401, 403, 404].includes(status)
const isDone = ({ status }: Answer) => status === 200 || status === 201

/** For each word of the table: true when it allows a document to be reached in a language. */
const lets: Record<Permission, (asked: { locale: Locale; target: Target | undefined }) => boolean> = {
  yes: () => true,
  no: () => false,
  none: () => false,
  own: ({ target }) => target?.owner !== "another's",
  others: ({ target }) => target?.owner === "another's",
  en: ({ locale }) => locale === 'en',
  published: ({ target }) => target?.state === 'published',
}

/** Returns the ids of the documents that an answer reached, or their number if the answer only counts. */
function reached({ json }: Answer): string[] | number {
  return json.docs ? json.docs.map(({ id }) => String(id)).sort() : (json.totalDocs ?? [])
}

/** True when the answer tells nothing: an error, an empty list, or an empty value. */
const isNothing = ({ json, status }: Answer, targets: Target[]) =>
  status >= 400 || !targets.some(({ id }) => JSON.stringify(json).includes(id))

const operationOf = (collection: string, name: string): Operation => {
  const operation = (collection.startsWith('globals/') ? globalOperations : operations)[name]
  if (!operation)
    throw new Error(`Expected the operation \`${name}\` in tests/integration/access/stock/operations.ts.`)
  return operation
}

/** Returns the languages to test. A collection without texts is the same in every language, so one is enough. */
const languagesOf = (collection: string): readonly Locale[] => {
  const { config } = terbit.payload.collections[collection as 'tags'] ?? {}
  const holdsTexts = config?.flattenedFields.some((field) => 'localized' in field && field.localized)
  return config && !holdsTexts ? ['id'] : locales
}

async function assertCell(collection: string, name: string, column: Column, word: Permission): Promise<void> {
  const operation = operationOf(collection, name)
  for (const locale of languagesOf(collection)) {
    const targets = await stock.targets(collection, operation.to, column)
    const rounds = operation.together || targets.length === 0 ? [targets] : targets.map((target) => [target])
    for (const round of rounds) {
      const session = people[column]?.session
      const answer = await operation.ask(
        { collection, payload: terbit.payload, people, session, locale },
        round,
      )
      if (operation.spoils && isDone(answer)) for (const target of round) stock.spoil(target, collection)
      const said = `${locale}, ${round.map(({ owner, state }) => `${owner} (${state})`)}: ${answer.text.slice(0, 300)}`
      if (word === 'none') expect(isNothing(answer, round), said).toBe(true)
      else if (operation.together)
        assertReached(answer, round, (target) => lets[word]({ locale, target }), said)
      else if (lets[word]({ locale, target: round[0] })) expect(isDone(answer), said).toBe(true)
      else expect(isRefused(answer), said).toBe(true)
    }
  }
}

/** Expects exactly the allowed documents among many to be reached. If none is allowed, a refusal is right too. */
function assertReached(
  answer: Answer,
  targets: Target[],
  may: (target: Target) => boolean,
  said: string,
): void {
  const expected = targets.filter(may).map(({ id }) => id)
  if (expected.length === 0 && isRefused(answer)) return
  expect(isDone(answer), said).toBe(true)
  const found = reached(answer)
  expect(found, said).toEqual(typeof found === 'number' ? expected.length : expected.sort())
}

test('the access table has a column for every role', () => {
  expect([...columns].sort()).toEqual(['visitor', 'deactivated', ...roles].sort())
})

test('the access table has every collection and global of the product, Payload’s own among them', () => {
  const { collections, globals } = terbit.payload.config
  const known = [...collections.map(({ slug }) => slug), ...globals.map(({ slug }) => `globals/${slug}`)]
  expect(Object.keys(accessTable).sort()).toEqual(known.sort())
})

test('the access table has a row for every endpoint of each collection', () => {
  const { collections, globals } = terbit.payload.config
  const things = [...collections, ...globals.map((global) => ({ ...global, slug: `globals/${global.slug}` }))]
  const missing = things.flatMap(({ slug, endpoints }) => {
    const covered = rows()
      .filter(({ collection }) => collection === slug)
      .map(({ operation }) => operationOf(slug, operation).endpoint)
    const elsewhere = slug === 'users' ? endpointsOfSigningIn : []
    return (endpoints || [])
      .map(({ method, path }) => `${method} ${path}`)
      .filter((endpoint) => ![...covered, ...elsewhere].includes(endpoint))
      .map((endpoint) => `${slug}: ${endpoint}`)
  })
  expect(missing).toEqual([])
})

test('the access table knows every endpoint outside of collections', () => {
  const paths = terbit.payload.config.endpoints.map(({ method, path }) => `${method} ${path}`)
  expect(paths.filter((path) => path !== 'get /og')).toEqual(['get /access'])
})

describe.each(rows())('$collection: $operation', ({ collection, operation, cells }) => {
  test.each(columns.map((column) => ({ column, word: cells[column] })))(
    `${collection}, ${operation}: $column: $word`,
    ({ column, word }) => assertCell(collection, operation, column, word),
  )
})
