import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Locale } from '@/i18n/locales'
import { rootChildren } from '@/richtext/children'
import { blockIdOf } from '@/richtext/identity/identified-blocks'
import type { Body } from '@/richtext/nodes'
import { plainText } from '@/richtext/plain-text'
import { withPayload } from '../../../support/postgres/payload'
import { bodyOf } from '../../../support/samples/bodies'
import { contents, everything, forgetEverything } from '../everything'
import { publishedArticle } from '../shown'
import { copyOf, counts, edit, importSite, ownSite, places, translations } from '../sites'

const terbit = withPayload()
const june = 'blog/2024-06-02-garden/index.md'
const rain = `${translations}/2024-07-03-hujan.md`
const seeds = 'blog/2024-05-01-seeds.md'

/** Each test begins with an empty CMS. */
beforeEach(() => forgetEverything(terbit.payload))

async function article(importPath: string, locale: Locale) {
  const found = await publishedArticle(terbit.payload, importPath, locale)
  if (!found) throw new Error(`Expected ${importPath} in ${locale}.`)
  return found
}

const write = async (importPath: string, locale: Locale, data: object) => {
  const { id } = await article(importPath, locale)
  await terbit.payload.update({
    collection: 'articles',
    id,
    locale,
    fallbackLocale: false,
    data: { ...data, _status: 'published' },
  })
}

const wordsOf = async (importPath: string, locale: Locale) =>
  plainText((await article(importPath, locale)).body as Body)

describe('a second import', () => {
  test('a second import changes no row, no version and no time, and reports the same', async () => {
    const first = await importSite(terbit.payload, ownSite)
    const before = await everything(terbit.payload)
    const second = await importSite(terbit.payload, ownSite)
    expect(await everything(terbit.payload)).toEqual(before)
    expect(counts(second)).toEqual({ created: 0, updated: 0, unchanged: 6 })
    expect({ ...second, ...counts(first) }).toEqual(first)
  })

  test('a second import leaves what was changed here alone while the files stay the same', async () => {
    await importSite(terbit.payload, ownSite)
    await write(june, 'en', { title: 'The Garden, Again' })
    const before = await everything(terbit.payload)
    expect(counts(await importSite(terbit.payload, ownSite, { winner: 'theirs' }))).toMatchObject({
      unchanged: 6,
    })
    expect(await everything(terbit.payload)).toEqual(before)
  })

  test('a second import brings back an article that was deleted here', async () => {
    await importSite(terbit.payload, ownSite)
    const { id } = await article(june, 'en')
    await terbit.payload.delete({ collection: 'articles', id })
    expect(counts(await importSite(terbit.payload, ownSite))).toEqual({
      created: 1,
      updated: 0,
      unchanged: 5,
    })
    expect((await article(june, 'en')).title).toBe('The Garden in June')
  })
})

describe('a changed file', () => {
  test('a changed file updates its language alone, and keeps the ids of the blocks that it left alone', async () => {
    const dir = await copyOf(ownSite)
    await importSite(terbit.payload, dir)
    const idsIn = async (locale: Locale) =>
      rootChildren((await article(seeds, locale)).body as Body).map(blockIdOf)
    const [before, translation] = [await idsIn('en'), await article(seeds, 'id')]
    await edit(dir, seeds, 'Every bed begins', 'Each bed begins')
    expect(counts(await importSite(terbit.payload, dir))).toEqual({ created: 0, updated: 1, unchanged: 5 })
    expect(await wordsOf(seeds, 'en')).toContain('Each bed begins')
    expect(await idsIn('en')).toEqual(before)
    const { updatedAt: _updatedAt, ...rest } = translation
    expect(await article(seeds, 'id')).toMatchObject(rest)
  })

  test('a changed file brings the tags and authors that it names now', async () => {
    const dir = await copyOf(ownSite)
    await importSite(terbit.payload, dir)
    await edit(dir, rain, 'tags: [penelitian, Kebun]', 'tags: [Kebun]')
    await importSite(terbit.payload, dir)
    const { tags } = await article('blog/2024-07-03-hujan.md', 'id')
    expect(tags).toHaveLength(1)
  })

  test('a changed file goes online when it is a draft no more, and off line when it becomes one', async () => {
    const dir = await copyOf(ownSite)
    await importSite(terbit.payload, dir)
    const compost = 'blog/2024-08-09-compost.md'
    await edit(dir, compost, 'draft: true', 'draft: false')
    await importSite(terbit.payload, dir)
    expect((await article(compost, 'en')).slug).toBe('compost')
    await edit(dir, compost, 'draft: false', 'draft: true')
    await importSite(terbit.payload, dir)
    expect(await publishedArticle(terbit.payload, compost, 'en')).toBeUndefined()
  })

  test('a changed authors.yml changes what nobody has changed here', async () => {
    const dir = await copyOf(ownSite)
    await importSite(terbit.payload, dir)
    const where = { slug: { equals: 'bayu' } }
    await terbit.payload.update({
      collection: 'authors',
      where,
      locale: 'id',
      data: { title: 'Penjaga lebah' },
    })
    await edit(dir, 'blog/authors.yml', 'title: Beekeeper', 'title: Keeper of bees')
    await importSite(terbit.payload, dir)
    const { docs } = await terbit.payload.find({ collection: 'authors', where, locale: 'all' })
    expect(docs).toMatchObject([{ title: { en: 'Keeper of bees', id: 'Penjaga lebah' } }])
  })
})

describe('a file that changed here and there', () => {
  const changeBoth = async () => {
    const dir = await copyOf(ownSite)
    await importSite(terbit.payload, dir)
    await write(june, 'en', { title: 'The Garden, Changed Here' })
    await edit(dir, june, 'nobody else did', 'nobody else could')
    return dir
  }

  test('a file that changed here and there is a conflict, which says what changed and overwrites nothing', async () => {
    const dir = await changeBoth()
    const before = await everything(terbit.payload)
    const report = await importSite(terbit.payload, dir)
    expect(places(report.conflicts)).toEqual([`${june}:1 conflict`])
    expect(report.conflicts[0]?.message).toContain('(title)')
    expect(counts(report)).toEqual({ created: 0, updated: 0, unchanged: 5 })
    expect(await everything(terbit.payload)).toEqual(before)
  })

  test('a file that changed here and there takes the file with --theirs', async () => {
    const report = await importSite(terbit.payload, await changeBoth(), { winner: 'theirs' })
    expect([report.conflicts, counts(report).updated]).toEqual([[], 1])
    expect((await article(june, 'en')).title).toBe('The Garden in June')
    expect(await wordsOf(june, 'en')).toContain('nobody else could')
  })

  test('a file that changed here and there stays as it is here with --ours, and is no conflict afterwards', async () => {
    const dir = await changeBoth()
    const report = await importSite(terbit.payload, dir, { winner: 'ours' })
    expect([report.conflicts, counts(report).updated]).toEqual([[], 0])
    expect((await article(june, 'en')).title).toBe('The Garden, Changed Here')
    expect((await importSite(terbit.payload, dir)).conflicts).toEqual([])
  })

  test('a file that changed here and there is no conflict where both say the same', async () => {
    const dir = await copyOf(ownSite)
    await importSite(terbit.payload, dir)
    await write(june, 'en', { title: 'The Same Garden' })
    await edit(dir, june, 'The Garden in June', 'The Same Garden')
    const { updatedAt } = await article(june, 'en')
    expect((await importSite(terbit.payload, dir)).conflicts).toEqual([])
    expect((await article(june, 'en')).updatedAt).toBe(updatedAt)
  })
})

describe('the order of languages', () => {
  test('the order of languages does not matter: a translation that came first is a translation in the end', async () => {
    await importSite(terbit.payload, ownSite, { locales: ['id'] })
    await importSite(terbit.payload, ownSite)
    expect(await article(seeds, 'id')).toMatchObject({ sourceLocale: 'en', title: 'Segenggam Benih' })
    const { totalDocs } = await terbit.payload.count({ collection: 'articles' })
    expect(totalDocs).toBe(5)
    const { docs } = await terbit.payload.find({ collection: 'tags', locale: 'all', sort: 'createdAt' })
    expect(docs.map(({ name }) => name)).toEqual([
      { id: 'Kebun', en: 'Garden' },
      { id: 'penelitian', en: 'research' },
    ])
  })
})

test('a dry run writes nothing, and reports what would be', async () => {
  const before = await everything(terbit.payload)
  const dry = await importSite(terbit.payload, ownSite, { dryRun: true })
  expect(await everything(terbit.payload)).toEqual(before)
  expect(dry).toEqual(await importSite(terbit.payload, ownSite))
})

describe('a file that cannot be taken', () => {
  test('a file that cannot be taken is refused by file and line, and the rest goes in', async () => {
    const dir = await copyOf(ownSite)
    await edit(dir, june, 'slug: june', 'slug: [june')
    const report = await importSite(terbit.payload, dir)
    expect(places(report.refused)).toEqual([`${june}:4 invalid-yaml`])
    expect(counts(report).created).toBe(5)
  })

  test('a file that cannot be taken is refused where another article is online at its address; its translation goes in', async () => {
    const { id } = await terbit.payload.create({
      collection: 'articles',
      locale: 'en',
      data: {
        title: 'Seeds of Our Own',
        slug: 'seeds',
        body: bodyOf('Words of our own.') as never,
        _status: 'published',
      },
    })
    const report = await importSite(terbit.payload, ownSite)
    expect(places(report.refused)).toEqual([`${seeds}:1 address-taken`])
    expect(report.refused[0]?.message).toContain('Seeds of Our Own')
    expect((await article(seeds, 'id')).title).toBe('Segenggam Benih')
    await terbit.payload.delete({ collection: 'articles', id })
    await importSite(terbit.payload, ownSite)
    expect(await article(seeds, 'id')).toMatchObject({ sourceLocale: 'en' })
  })

  test('a file that cannot be taken leaves what was imported before as it is', async () => {
    const dir = await copyOf(ownSite)
    await importSite(terbit.payload, dir)
    const before = await contents(terbit.payload)
    await writeFile(join(dir, june), 'No front matter any more.\n')
    await rm(join(dir, rain))
    const report = await importSite(terbit.payload, dir)
    expect(places(report.refused)).toEqual([`${june}:1 no-front-matter`])
    expect(await contents(terbit.payload)).toEqual(before)
  })
})
