import { describe, expect, test } from 'vitest'
import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { withPayload } from '../../support/postgres/payload'
import { bodyOf } from '../../support/samples/bodies'

const terbit = withPayload()
let count = 0

async function draft(texts: Partial<Record<Locale, string>>) {
  count += 1
  let id: string | undefined
  for (const [locale, title] of Object.entries(texts) as [Locale, string][]) {
    const data = { title: `${title} ${count}`, body: bodyOf(`${title}.`) }
    const common = { collection: 'articles', locale, fallbackLocale: false, draft: true } as const
    const saved = id
      ? await terbit.payload.update({ ...common, id, data })
      : await terbit.payload.create({ ...common, data })
    id = saved.id
  }
  if (!id) throw new Error('An article needs a language.')
  return id
}

const write = (id: string, locale: Locale, data: object, more: object = {}) =>
  terbit.payload.update({ collection: 'articles', id, locale, fallbackLocale: false, data, ...more })

const publish = (id: string, locale: Locale, data: object = {}) =>
  write(id, locale, { ...data, _status: 'published' })

const statuses = async (id: string) =>
  Object.fromEntries(
    (
      await query<{ _locale: string; _status: string }>(
        terbit.payload,
        sql`select _locale, _status from articles_locales where _parent_id = ${id} order by _locale`,
      )
    ).map((row) => [row._locale, row._status]),
  )

const rowOf = async (id: string, locale: Locale) => {
  const [row] = await query<{ content: string }>(
    terbit.payload,
    sql`select (to_jsonb(l) - 'id')::text as content from articles_locales l
        where _parent_id = ${id} and _locale = ${locale}::_locales`,
  )
  return row?.content
}

const keywordsOf = (id: string, locale: Locale) =>
  query(
    terbit.payload,
    sql`select "order", path, text from articles_texts where parent_id = ${id} and locale = ${locale}::_locales`,
  )

describe('publishing one language', () => {
  test('publishing one language leaves every localized column of the other byte-identical, with a newer draft there too', async () => {
    const id = await draft({ id: 'Kopi', en: 'Coffee' })
    await publish(id, 'en', {
      keywords: ['beans'],
      hero: { address: 'https://example.org/a.png', alt: 'A cup' },
    })
    const before = [await rowOf(id, 'en'), await keywordsOf(id, 'en')]
    await write(id, 'en', { title: 'Coffee, unfinished', keywords: ['draft'] }, { draft: true })
    await publish(id, 'id', {
      keywords: ['biji'],
      hero: { address: 'https://example.org/b.png', alt: 'Cangkir' },
    })
    expect([await rowOf(id, 'en'), await keywordsOf(id, 'en')]).toEqual(before)
    expect(await statuses(id)).toEqual({ en: 'published', id: 'published' })
  })

  test('publishing one language keeps the draft of the other for its own publication', async () => {
    const id = await draft({ id: 'Teh', en: 'Tea' })
    await publish(id, 'en')
    await write(id, 'en', { title: 'Tea, better' }, { draft: true })
    await publish(id, 'id')
    const latest = await terbit.payload.findByID({ collection: 'articles', id, locale: 'en', draft: true })
    expect(latest.title).toBe('Tea, better')
    await publish(id, 'en')
    const online = await terbit.payload.findByID({ collection: 'articles', id, locale: 'en' })
    expect(online.title).toBe('Tea, better')
  })

  test('a publication without title or text is refused, and says which is missing', async () => {
    const id = await draft({ id: 'Hanya Indonesia' })
    await expect(publish(id, 'en')).rejects.toThrow()
    await expect(publish(id, 'en', { title: 'Only a title' })).rejects.toMatchObject({ status: 400 })
    expect(await statuses(id)).toEqual({ id: 'draft' })
  })

  test('a publication whose body is an empty paragraph is refused', async () => {
    const id = await draft({ id: 'Kosong' })
    const empty = bodyOf('')
    const [paragraph] = empty.root.children
    if (paragraph?.type === 'paragraph') paragraph.children = []
    await expect(publish(id, 'id', { body: empty })).rejects.toMatchObject({ status: 400 })
  })

  test('a publication to an address that is taken answers 409 and names who has it', async () => {
    const first = await draft({ id: 'Pasar pagi' })
    await publish(first, 'id', { slug: 'pasar' })
    const second = await draft({ id: 'Pasar malam' })
    await expect(publish(second, 'id', { slug: 'pasar' })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('Pasar pagi'),
    })
    expect(await statuses(second)).toEqual({ id: 'draft' })
  })

  test('of two articles that are published at once to one address exactly one is published', async () => {
    const rivals = await Promise.all([draft({ en: 'Rival one' }), draft({ en: 'Rival two' })])
    const results = await Promise.allSettled(rivals.map((id) => publish(id, 'en', { slug: 'rival' })))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('two people who publish both languages at once publish both', async () => {
    const id = await draft({ id: 'Serentak', en: 'At once' })
    await Promise.all([
      publish(id, 'id', { title: 'Serentak sekali' }),
      publish(id, 'en', { title: 'Quite at once' }),
    ])
    expect(await statuses(id)).toEqual({ en: 'published', id: 'published' })
    const titles = await Promise.all(
      (['id', 'en'] as const).map((locale) =>
        terbit.payload.findByID({ collection: 'articles', id, locale }),
      ),
    )
    expect(titles.map(({ title }) => title)).toEqual(['Serentak sekali', 'Quite at once'])
  })
})

describe('a save that does not say that it publishes', () => {
  test('a save that is no publication changes nothing online, and takes nothing off line that has a newer draft', async () => {
    const id = await draft({ en: 'Steady' })
    await publish(id, 'en')
    const before = await rowOf(id, 'en')
    await write(id, 'en', { title: 'Draft of Steady' }, { draft: true })
    await write(id, 'en', { title: 'Another draft of Steady' })
    expect(await rowOf(id, 'en')).toBe(before)
  })
})

describe('all languages at once', () => {
  test('publishing all languages publishes each that is complete', async () => {
    const id = await draft({ id: 'Bersama', en: 'Together' })
    await write(id, 'id', { _status: 'published' }, { publishAllLocales: true })
    expect(await statuses(id)).toEqual({ en: 'published', id: 'published' })
    const english = await terbit.payload.findByID({ collection: 'articles', id, locale: 'en' })
    expect(english.publishedAt).toBeTruthy()
    await write(id, 'id', {}, { unpublishAllLocales: true })
    expect(await statuses(id)).toEqual({ en: 'draft', id: 'draft' })
  })

  test('publishing all languages publishes none where one is empty', async () => {
    const id = await draft({ id: 'Sendiri' })
    await expect(
      write(id, 'id', { _status: 'published' }, { publishAllLocales: true }),
    ).rejects.toMatchObject({
      status: 400,
    })
    expect(await statuses(id)).toEqual({ id: 'draft' })
  })

  test('all languages at once are no language to write in', async () => {
    const id = await draft({ id: 'Satu' })
    await expect(
      terbit.payload.update({
        collection: 'articles',
        id,
        locale: 'all' as 'id',
        data: { title: 'x' },
      }),
    ).rejects.toMatchObject({ status: 400 })
  })
})

describe('unpublishing', () => {
  test('unpublishing takes one language off line and leaves the other as it is', async () => {
    const id = await draft({ id: 'Turun', en: 'Down' })
    await publish(id, 'id')
    await publish(id, 'en')
    const before = await rowOf(id, 'id')
    await write(id, 'en', { _status: 'draft' })
    expect(await statuses(id)).toEqual({ en: 'draft', id: 'published' })
    expect(await rowOf(id, 'id')).toBe(before)
  })
})

describe('a copy', () => {
  test('a copy is a draft in every language, at no address, with blocks of its own', async () => {
    const id = await draft({ id: 'Asli', en: 'Original' })
    await publish(id, 'id')
    await publish(id, 'en')
    const copy = await terbit.payload.duplicate({ collection: 'articles', id, locale: 'id' })
    expect(Object.values(await statuses(copy.id))).toEqual(['draft', 'draft'])
    const [original, copied] = await Promise.all(
      [id, copy.id].map((one) =>
        terbit.payload.findByID({ collection: 'articles', id: one, locale: 'all', draft: true, depth: 0 }),
      ),
    )
    expect(copied).toMatchObject({ importPath: null })
    const ids = (doc: unknown) =>
      [...JSON.stringify(doc).matchAll(/"blockId":"(\w+)"/g)].map((match) => match[1])
    expect(ids(original).length).toBe(2)
    expect(ids(copied).filter((blockId) => ids(original).includes(blockId))).toEqual([])
  })
})

describe('a bulk edit', () => {
  test('a bulk edit publishes all documents or none', async () => {
    const whole = await draft({ en: 'Whole' })
    const half = await draft({ id: 'Separuh' })
    await expect(
      terbit.payload.update({
        collection: 'articles',
        locale: 'en',
        where: { id: { in: [whole, half] } },
        data: { _status: 'published' },
      }),
    ).rejects.toMatchObject({ status: 409 })
    expect(await statuses(whole)).toEqual({ en: 'draft' })
    expect(await statuses(half)).toEqual({ id: 'draft' })
  })
})

describe('many documents at once, as the admin panel asks for it', () => {
  test('many documents at once are published with their newest words, those never published before included', async () => {
    const [first, second] = [await draft({ en: 'First' }), await draft({ en: 'Second' })]
    await publish(first, 'en')
    await write(first, 'en', { title: 'First, newest' }, { draft: true })
    await terbit.payload.update({
      collection: 'articles',
      locale: 'en',
      draft: true,
      where: { id: { in: [first, second] } },
      data: { _status: 'published' },
    })
    expect(await statuses(second)).toEqual({ en: 'published' })
    const online = await terbit.payload.findByID({ collection: 'articles', id: first, locale: 'en' })
    expect(online.title).toBe('First, newest')
  })

  test('many documents at once are taken off line without losing a newer draft', async () => {
    const id = await draft({ id: 'Tetap', en: 'Kept' })
    await publish(id, 'en')
    await publish(id, 'id')
    await write(id, 'en', { title: 'Kept, newest' }, { draft: true })
    const { docs } = await terbit.payload.update({
      collection: 'articles',
      locale: 'en',
      where: { id: { in: [id] } },
      data: { _status: 'draft' },
    })
    expect(docs.map((doc) => doc.id)).toEqual([id])
    expect(await statuses(id)).toEqual({ en: 'draft', id: 'published' })
    const latest = await terbit.payload.findByID({ collection: 'articles', id, locale: 'en', draft: true })
    expect(latest.title).toBe('Kept, newest')
  })
})

describe('restoring a version', () => {
  test("restoring a version by Payload's own operation, which would write both languages, is refused", async () => {
    const id = await draft({ id: 'Pulih' })
    const { docs } = await terbit.payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: id } },
    })
    await expect(
      terbit.payload.restoreVersion({ collection: 'articles', id: docs[0]?.id ?? '' }),
    ).rejects.toMatchObject({ status: 400 })
  })

  test('restoring a version brings one language back and leaves the other byte-identical', async () => {
    const { createLocalReq } = await import('payload')
    const { restoreLanguage } = await import('@/publishing/write/restore')
    const id = await draft({ id: 'Lama', en: 'Old' })
    await publish(id, 'en')
    await publish(id, 'id', { title: 'Lama sekali' })
    const { docs } = await terbit.payload.findVersions({
      collection: 'articles',
      locale: 'id',
      where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] },
      sort: '-createdAt',
    })
    const version = docs.find((doc) => doc.version.title === 'Lama sekali')
    await publish(id, 'id', { title: 'Baru' })
    await publish(id, 'en', { title: 'New' })
    const english = await rowOf(id, 'en')
    const req = await createLocalReq({ locale: 'id' }, terbit.payload)
    await restoreLanguage({
      req,
      collection: 'articles',
      versionId: version?.id ?? '',
      locale: 'id',
      overrideAccess: true,
    })
    const online = await terbit.payload.findByID({ collection: 'articles', id, locale: 'id' })
    expect(online.title).toBe('Lama sekali')
    expect(await rowOf(id, 'en')).toBe(english)
    expect(await statuses(id)).toEqual({ en: 'published', id: 'published' })
  })
})
