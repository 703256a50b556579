import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { query, sql } from '@/database/query'
import { withPayload } from '../../support/postgres/payload'
import { bodyOf } from '../../support/samples/bodies'
import { answersTo, publish, titles } from './library'

const terbit = withPayload()

beforeAll(async () => {
  const { payload } = terbit
  await publish(payload, { title: 'Bahasa', text: 'Mesin itu menerjemahkan surat dengan cepat.' })
  await publish(payload, { title: 'Surat', text: 'Naskah tua diterjemahkan oleh tiga orang.' })
  await publish(payload, { title: 'Meja', text: 'Seorang penulis duduk di teras rumahnya.' })
  for (const day of ['Senin', 'Selasa', 'Rabu', 'Kamis'])
    await publish(payload, { title: day, text: 'Tulisan pendek, tulisan panjang, tulisan orang.' })
  await publish(payload, { title: 'Pasar', text: 'Sebelum fajar pedagang menata buah dan sayur.' })
  await publish(payload, { title: 'Sayur', text: 'Kebun kecil di belakang rumah.' })
  await publish(payload, { title: 'Ports', text: 'Ships were carrying cargo to the harbours.' }, 'en')
})

test.each([
  ['terjemahan', ['Bahasa', 'Surat']],
  ['penerjemah', ['Bahasa', 'Surat']],
  ['"menata buah"', ['Pasar']],
  ['"buah menata"', []],
  ['menerjemahkan -naskah', ['Bahasa']],
  ['pedag', ['Pasar']],
  ['pedagnag', ['Pasar']],
  ['yang dan', []],
])('%s finds %j', async (question, expected) => {
  expect((await titles(terbit.payload, question)).sort()).toEqual(expected)
})

test('the word as it is written comes before its other forms', async () => {
  const found = await titles(terbit.payload, 'penulis')
  expect(found[0]).toBe('Meja')
  expect(found).toContain('Senin')
})

test('a word in the title weighs more than one in the text', async () => {
  expect(await titles(terbit.payload, 'sayur')).toEqual(['Sayur', 'Pasar'])
})

test('English is searched by its own forms, and each language apart', async () => {
  expect(await titles(terbit.payload, 'ship carries harbor', { locale: 'en' })).toEqual(['Ports'])
  expect(await titles(terbit.payload, 'ships')).toEqual([])
})

test('says what it searched in place of a word that nothing has', async () => {
  expect((await answersTo(terbit.payload, 'pedagnag')).corrected).toEqual(['pedagang'])
})

test('drafts, unlisted and unpublished articles are never found, from one moment to the next', async () => {
  const { payload } = terbit
  const id = await publish(payload, { title: 'Rahasia', text: 'Kata ajaib: abrakadabra.' })
  const draft = { collection: 'articles', id, locale: 'id', draft: true } as const
  await payload.update({ ...draft, data: { body: bodyOf('Kata sandi: simsalabim.') } })
  expect(await titles(payload, 'abrakadabra')).toEqual(['Rahasia'])
  expect(await titles(payload, 'simsalabim')).toEqual([])

  await payload.update({
    collection: 'articles',
    id,
    locale: 'id',
    data: { unlisted: true, _status: 'published' },
  })
  expect(await titles(payload, 'simsalabim')).toEqual([])

  await payload.update({
    collection: 'articles',
    id,
    locale: 'id',
    data: { unlisted: false, _status: 'published' },
  })
  expect(await titles(payload, 'simsalabim')).toEqual(['Rahasia'])

  await payload.update({ collection: 'articles', id, locale: 'id', data: { _status: 'draft' } })
  expect(await titles(payload, 'simsalabim')).toEqual([])
})

test('the words of what was unpublished or deleted are forgotten, so that no misspelling is led to them', async () => {
  const { payload } = terbit
  const { learnWords } = await import('@/search/learn-words')
  const known = () =>
    query<{ word: string }>(
      payload,
      sql`select word from search_words where word = any (array['zirkonium', 'kuarsa'])`,
    )
  const unpublished = await publish(payload, { title: 'Batu', text: 'Zirkonium.' })
  const deleted = await publish(payload, { title: 'Pasir', text: 'Kuarsa.' })
  expect(await known()).toHaveLength(2)

  await payload.update({ collection: 'articles', id: unpublished, locale: 'id', data: { _status: 'draft' } })
  await payload.delete({ collection: 'articles', id: deleted })
  await learnWords(payload)

  expect(await known()).toEqual([])
})

test('is narrowed down by tag, author, project and year, and says how much each would leave', async () => {
  const { payload } = terbit
  const tag = await payload.create({
    collection: 'tags',
    locale: 'id',
    data: { name: 'Kereta', slug: 'kereta' },
  })
  const author = await payload.create({
    collection: 'authors',
    locale: 'id',
    data: { name: 'Ani', slug: 'ani' },
  })
  const project = await payload.create({
    collection: 'projects',
    locale: 'id',
    data: { name: 'Peta Rel', slug: 'peta-rel', _status: 'published' },
  })
  await publish(payload, {
    title: 'Stasiun tua',
    text: 'Lokomotif di Peta Rel.',
    tags: [tag.id],
    authors: [author.id],
    publishedAt: '2020-12-31T20:00:00.000Z',
  })
  await publish(payload, {
    title: 'Stasiun baru',
    text: 'Lokomotif.',
    publishedAt: '2024-05-01T00:00:00.000Z',
  })

  expect(await titles(payload, 'lokomotif')).toHaveLength(2)
  for (const filters of [{ tag: tag.id }, { author: author.id }, { project: project.id }, { year: 2021 }])
    expect(await titles(payload, 'lokomotif', { filters })).toEqual(['Stasiun tua'])
  const { facets } = await answersTo(payload, 'lokomotif')
  expect(facets).toEqual(
    expect.arrayContaining([
      { kind: 'tag', value: tag.id, articles: 1 },
      { kind: 'author', value: author.id, articles: 1 },
      { kind: 'project', value: project.id, articles: 1 },
      { kind: 'year', value: '2021', articles: 1 },
      { kind: 'year', value: '2024', articles: 1 },
    ]),
  )
})

test('an index that was lost is made anew, the same', async () => {
  const { payload } = terbit
  const { rebuild } = await import('@/search/catch-up')
  const entries = () =>
    query(payload, sql`select * from search_entries where terms <> '{}' order by article, locale`)
  const words = () => query(payload, sql`select * from search_words order by locale, word`)
  const before = [await entries(), await words()]
  expect(before[0]?.length).toBeGreaterThan(10)

  await rebuild(payload, () => undefined)

  expect([await entries(), await words()]).toEqual(before)
})

test('any text in any language is answered', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          "'",
          '"',
          '\\',
          ':*',
          '&',
          '|',
          '!',
          '<->',
          '(',
          ')',
          '-',
          '%',
          '\u0000',
          'a',
          'kopi',
        ),
        {
          maxLength: 60,
        },
      )
      .map((pieces) => pieces.join('')),
  )
  await fc.assert(
    fc.asyncProperty(hostile, fc.constantFrom('id' as const, 'en' as const), async (question, locale) => {
      const { found, total } = await answersTo(terbit.payload, question, { locale })
      expect(found.length).toBeLessThanOrEqual(Math.min(total, 10))
    }),
    { numRuns: 60 },
  )
})
