import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { expect, test } from 'vitest'
import { query, sql } from '@/database/query'
import { demonstrationContent } from '@/demonstration/content'
import { seedEmptyDatabase } from '@/demonstration/seed'
import { withPayload } from '../../support/postgres/payload'

const terbit = withPayload()
const quiet = () => undefined

const kinds = ['articles', 'projects', 'tags', 'authors', 'media', 'events', 'first_start'] as const

async function counts(payload: Payload): Promise<Record<string, number>> {
  const rows = await Promise.all(
    kinds.map(async (table) => {
      const [row] = await query<{ n: number }>(
        payload,
        sql`select count(*)::int as n from ${sql.identifier(table)}`,
      )
      return [table, row?.n ?? 0] as const
    }),
  )
  return Object.fromEntries(rows)
}

/** Fails at the fourth picture, like a process that is killed there: its transaction is never committed. */
function failingPayload(payload: Payload): Payload {
  let pictures = 0
  return new Proxy(payload, {
    get(target, name) {
      if (name !== 'create') return Reflect.get(target, name)
      return (options: Parameters<Payload['create']>[0]) => {
        if (options.collection === 'media' && ++pictures === 4) throw new Error('killed')
        return target.create(options)
      }
    },
  })
}

test('a first start that ends in the middle leaves nothing, and the next makes the whole magazine once', {
  timeout: 600_000,
}, async () => {
  const { payload, dataDir } = terbit
  await expect(seedEmptyDatabase(failingPayload(payload), quiet)).rejects.toThrow('killed')
  expect(new Set(Object.values(await counts(payload)))).toEqual(new Set([0]))
  expect(await readdir(join(dataDir, 'media')).catch(() => [])).toEqual([])

  // Two instances start at once.
  const seeded = await Promise.all([seedEmptyDatabase(payload, quiet), seedEmptyDatabase(payload, quiet)])
  expect(seeded.sort()).toEqual([false, true])
  const content = await demonstrationContent()
  expect(await counts(payload)).toMatchObject({
    articles: content.articles.length,
    projects: content.projects.length,
    tags: content.tags.length,
    authors: content.authors.length,
    first_start: 1,
  })
  const { docs } = await payload.find({ collection: 'media', pagination: false })
  expect(docs.filter(({ filename }) => /-\d\.webp$/.test(filename ?? ''))).toEqual([])
  const files = await readdir(join(dataDir, 'media'))
  const named = docs.flatMap(({ filename, sizes }) => [
    filename,
    ...Object.values(sizes ?? {}).map((size) => size?.filename),
  ])
  expect(files.filter((file) => !named.includes(file))).toEqual([])

  // An editor who deletes the magazine, users and all, does not get it back.
  await payload.delete({ collection: 'articles', where: { id: { exists: true } } })
  expect(await seedEmptyDatabase(payload, quiet)).toBe(false)
})
