import { beforeEach, describe, expect, test } from 'vitest'
import { query, sql } from '@/database/query'
import type { Happening } from '@/events/event'
import { cacheTags } from '@/publishing/purge/cache-tags'
import { withPayload } from '../../support/postgres/payload'
import { bodyOf } from '../../support/samples/bodies'

const terbit = withPayload()
let count = 0

beforeEach(async () => {
  await query(terbit.payload, sql`truncate events`)
})

type Row = Omit<Happening, 'document'> & { document: string | null; actor: string | null; tags: string[] }

const events = () =>
  query<Row>(
    terbit.payload,
    sql`select collection, document, locale, what, actor, details -> 'tags' as tags from events order by position`,
  )

const happened = async () => (await events()).map(({ locale, what }) => `${what} ${locale}`)

async function draft(): Promise<string> {
  count += 1
  const data = { title: `Teh ${count}`, body: bodyOf('Teh.') }
  const { id } = await terbit.payload.create({ collection: 'articles', locale: 'id', draft: true, data })
  return id
}

const write = (id: string, data: object, more: object = {}) =>
  terbit.payload.update({ collection: 'articles', id, locale: 'id', fallbackLocale: false, data, ...more })

describe('an event', () => {
  test('says whether a language of an article went online, changed online or went off line', async () => {
    const id = await draft()
    await write(id, { _status: 'published' })
    await write(id, { title: `Teh hijau ${count}`, _status: 'published' })
    await write(id, { _status: 'draft' })
    await terbit.payload.delete({ collection: 'articles', id })
    expect(await happened()).toEqual(['published id', 'updated id', 'unpublished id', 'deleted null'])
  })

  test('is not written when a draft is saved', async () => {
    const id = await draft()
    await write(id, { title: 'Masih ditulis' }, { draft: true })
    expect(await events()).toEqual([])
  })

  test('is kept where no page shows the change', async () => {
    const common = { collection: 'projects', locale: 'id' } as const
    const { id } = await terbit.payload.create({ ...common, draft: true, data: { name: 'Peta' } })
    await terbit.payload.delete({ ...common, id })
    expect(await events()).toEqual([
      { collection: 'projects', document: id, locale: null, what: 'deleted', actor: null, tags: [] },
    ])
  })

  test('names the user who did it', async () => {
    const user = await terbit.payload.create({
      collection: 'users',
      data: { name: 'Ani', email: 'ani@example.org', password: 'a long enough password', role: 'editor' },
    })
    const id = await draft()
    await write(id, { _status: 'published' }, { user: { ...user, collection: 'users' } })
    expect((await events()).map(({ actor }) => actor)).toEqual([user.id])
  })

  test('of a term or the site concerns every language', async () => {
    const common = { collection: 'tags', locale: 'id' } as const
    const { id } = await terbit.payload.create({ ...common, data: { name: 'Kopi', slug: 'kopi' } })
    await terbit.payload.update({ ...common, id, data: { name: 'Kopi pagi' } })
    await terbit.payload.delete({ ...common, id })
    await terbit.payload.updateGlobal({ slug: 'site', locale: 'id', data: {} })
    expect(await happened()).toEqual(['created null', 'updated null', 'deleted null', 'updated null'])
    expect((await events()).flatMap(({ tags }) => tags)).toEqual(Array(4).fill(cacheTags.everything))
  })

  test('is not written where the change is rolled back', async () => {
    const id = await draft()
    await expect(write(id, { title: '', _status: 'published' })).rejects.toThrow()
    expect(await events()).toEqual([])
  })
})

const document = '00000000-0000-4000-8000-000000000000'

/** One of each kind of Happening. */
const known = [
  ...(['articles', 'projects'] as const).flatMap((collection): Happening[] => [
    { collection, document, locale: 'id', what: 'published' },
    { collection, document, locale: 'en', what: 'updated' },
    { collection, document, locale: 'en', what: 'unpublished' },
    { collection, document, locale: null, what: 'deleted' },
  ]),
  ...(['authors', 'categories', 'media', 'tags'] as const).flatMap((collection): Happening[] => [
    { collection, document, locale: null, what: 'created' },
    { collection, document, locale: null, what: 'updated' },
    { collection, document, locale: null, what: 'deleted' },
  ]),
  { collection: 'redirects', document: null, locale: null, what: 'created' },
  { collection: 'site', document: null, locale: null, what: 'updated' },
] satisfies Happening[]

const insert = ({
  collection,
  document,
  locale,
  what,
}: Row | Happening | Record<keyof Happening, string | null>) =>
  query(
    terbit.payload,
    sql`insert into events (collection, document, locale, what)
        values (${collection}, ${document}::uuid, ${locale}::_locales, ${what})`,
  )

test.each(known)('the table takes $what of $collection', async (happening) => {
  await insert(happening)
  expect(await events()).toHaveLength(1)
})

test.each([
  { collection: 'articles', document, locale: null, what: 'published' },
  { collection: 'articles', document, locale: 'id', what: 'deleted' },
  { collection: 'articles', document, locale: 'id', what: 'created' },
  { collection: 'projects', document: null, locale: 'id', what: 'published' },
  { collection: 'tags', document, locale: 'id', what: 'updated' },
  { collection: 'site', document: null, locale: null, what: 'deleted' },
  { collection: 'users', document, locale: null, what: 'created' },
])('the table refuses $what of $collection in $locale', async (happening) => {
  await expect(insert(happening)).rejects.toThrow()
})
