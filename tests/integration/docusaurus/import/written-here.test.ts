import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Locale } from '@/i18n/locales'
import { toBody } from '@/markdown/read/to-body'
import type { Article } from '@/payload-types'
import type { Body } from '@/richtext/nodes'
import { withPayload } from '../../../support/postgres/payload'
import { bodyOf } from '../../../support/samples/bodies'
import { everything, forgetEverything } from '../everything'
import { exported } from '../export/exporting'
import { publishedArticle } from '../shown'
import { counts, edit, importSite, ownSite, places, translations } from '../sites'

const terbit = withPayload()
const coffee = '2026-05-06-kopi.md'
const june = 'blog/2024-06-02-garden/index.md'

/** Each test begins with a CMS that has imported a site. */
beforeEach(async () => {
  await forgetEverything(terbit.payload)
  await importSite(terbit.payload, ownSite)
})

const body = (words: string) => bodyOf(words) as never

type Words = Partial<Omit<Article, 'body'>> & { body?: never }

const update = (id: string, locale: Locale, data: Words, mode: { draft?: true; autosave?: true } = {}) =>
  terbit.payload.update({
    ...{ collection: 'articles', id, locale, fallbackLocale: false, ...mode },
    data: { ...data, ...(mode.draft ? {} : { _status: 'published' as const }) },
  })

/** An article with a draft of a translation, and with all content for which an export makes an address or a file. */
async function coffeeWrittenHere(): Promise<string> {
  const { payload } = terbit
  const [{ docs: authors }, { docs: tags }, { docs: articles }] = await Promise.all([
    payload.find({ collection: 'authors', limit: 1 }),
    payload.find({ collection: 'tags', limit: 1 }),
    payload.find({ collection: 'articles', limit: 1, where: { importPath: { exists: true } } }),
  ])
  const bytes = await readFile(join(ownSite, 'static/img/tray.png'))
  const picture = await payload.create({
    collection: 'media',
    locale: 'id',
    data: { alt: 'Sebuah cangkir' },
    file: {
      data: Buffer.concat([bytes, Buffer.from('!')]),
      mimetype: 'image/png',
      name: 'cangkir.png',
      size: 1,
    },
  })
  const shared = {
    title: 'Kopi',
    description: 'Air dan bubuk.',
    hero: { picture: picture.id },
    publishedAt: '2026-05-06T07:08:09.123Z',
    authors: authors.map(({ id }) => id),
    tags: tags.map(({ id }) => id),
  }
  const { id } = await payload.create({
    ...{ collection: 'articles', locale: 'id', fallbackLocale: false },
    data: { ...shared, body: linkingTo(articles[0]?.id ?? '') as never, _status: 'published' },
  })
  await update(id, 'en', { title: 'Coffee', body: body('Hot water.') }, { draft: true })
  return id
}

const linkingTo = (article: string): Body => {
  const linking = bodyOf('Baca ini.', '')
  const [, paragraph] = linking.root.children
  const words = { type: 'text', version: 1, text: 'kebun', format: 0, style: '', detail: 0, mode: 'normal' }
  const fields = { linkType: 'internal', newTab: false, doc: { relationTo: 'articles', value: article } }
  Object.assign(paragraph ?? {}, {
    children: [{ ...paragraph, type: 'link', version: 3, fields, children: [words] }],
  })
  return linking
}

describe('an article that was written here, exported and imported again', () => {
  test('an article that was written here, exported and imported again is unchanged, and no row is written', async () => {
    await coffeeWrittenHere()
    const {
      dir,
      files,
      report: { refused },
    } = await exported(terbit.payload)
    expect([refused, files.has(`${translations}/${coffee}`), files.has(`blog/${coffee}`)]).toEqual([
      [],
      true,
      true,
    ])
    const before = await everything(terbit.payload)
    const report = await importSite(terbit.payload, dir)
    expect([report.refused, report.conflicts, counts(report)]).toEqual([
      [],
      [],
      { created: 0, updated: 0, unchanged: 8 },
    ])
    expect(await everything(terbit.payload)).toEqual(before)
  })

  test.each([{ published: true }, { locales: ['en' as const] }])(
    'an article that was written here, exported and imported again is unchanged after an export of %j',
    async (options) => {
      await coffeeWrittenHere()
      const { dir } = await exported(terbit.payload, options)
      const report = await importSite(terbit.payload, dir)
      expect([report.refused, report.conflicts, report.created, report.updated]).toEqual([[], [], 0, 0])
    },
  )

  test('an article that was written here, exported and imported again is unchanged where nothing was ever imported', async () => {
    await forgetEverything(terbit.payload)
    const data = { title: 'Kopi', body: body('Air panas.'), _status: 'published' as const }
    const { id } = await terbit.payload.create({ collection: 'articles', locale: 'id', data })
    await update(id, 'en', { title: 'Coffee', body: body('Hot water.') })
    const { dir } = await exported(terbit.payload)
    const before = await everything(terbit.payload)
    expect(counts(await importSite(terbit.payload, dir))).toEqual({ created: 0, updated: 0, unchanged: 2 })
    expect(await everything(terbit.payload)).toEqual(before)
  })

  test('an article that was written here, exported and imported again is unchanged as a draft that has no address yet', async () => {
    const { id } = await terbit.payload.create({
      ...{ collection: 'articles', locale: 'id', fallbackLocale: false, draft: true },
      data: { body: body('Segera.') },
    })
    await update(id, 'id', { title: 'Belum Jadi' }, { draft: true, autosave: true })
    const { dir } = await exported(terbit.payload)
    expect(counts(await importSite(terbit.payload, dir))).toEqual({ created: 0, updated: 0, unchanged: 7 })
  })

  test('an article that was written here, exported and imported again is left as it is here where it was changed since', async () => {
    const id = await coffeeWrittenHere()
    const { dir } = await exported(terbit.payload)
    await update(id, 'id', { title: 'Kopi Pagi' })
    const before = await everything(terbit.payload)
    expect(counts(await importSite(terbit.payload, dir, { winner: 'theirs' })).unchanged).toBe(8)
    expect(await everything(terbit.payload)).toEqual(before)
  })

  test('an article that was written here, exported and imported again is refused in the language whose file says something else, and no other article is made of it', async () => {
    await coffeeWrittenHere()
    const { dir } = await exported(terbit.payload)
    await edit(dir, `blog/${coffee}`, 'Hot water.', 'Cold water.')
    const before = await everything(terbit.payload)
    const report = await importSite(terbit.payload, dir, { winner: 'theirs' })
    expect(places(report.refused)).toEqual([`blog/${coffee}:1 written-here`])
    expect(counts(report)).toEqual({ created: 0, updated: 0, unchanged: 7 })
    expect(await everything(terbit.payload)).toEqual(before)
  })

  test('an article that was written here, exported and imported again is refused where its only file says something else, and stays as it is', async () => {
    const id = await coffeeWrittenHere()
    const { dir } = await exported(terbit.payload, { locales: ['id'] })
    await edit(dir, `${translations}/${coffee}`, 'Baca ini.', 'Baca itu.')
    const report = await importSite(terbit.payload, dir, { winner: 'theirs' })
    expect(places(report.refused)).toEqual([`${translations}/${coffee}:1 address-taken`])
    const article = await terbit.payload.findByID({ collection: 'articles', id, locale: 'id' })
    expect(JSON.stringify(article.body)).toContain('Baca ini.')
  })

  test('an article that was written here, exported and imported again gives the projects that it lists', async () => {
    const { body } = toBody(
      '## Energy\n\n- **Surya**: Panels for villages.\n- **Bayu**: Turbines for islands.',
    )
    const data = {
      title: 'Energy',
      slug: 'energy',
      publishedAt: '2026-05-06T00:00:00.000Z',
      body: body as never,
    }
    const saved = { collection: 'articles', locale: 'en', data: { ...data, _status: 'published' } } as const
    await terbit.payload.create(saved)
    const { dir } = await exported(terbit.payload)
    const report = await importSite(terbit.payload, dir, { projects: ['blog/2026-05-06-energy.md'] })
    expect(report.projects).toEqual({ created: 2, updated: 0, unchanged: 0 })
  })

  test('an article that was written here, exported and imported again comes back where it was deleted here', async () => {
    const id = await coffeeWrittenHere()
    const { dir } = await exported(terbit.payload)
    await terbit.payload.delete({ collection: 'articles', id })
    expect(counts(await importSite(terbit.payload, dir))).toEqual({ created: 2, updated: 0, unchanged: 6 })
  })
})

test('a translation that was written here of an article that was imported is unchanged, too', async () => {
  const article = await publishedArticle(terbit.payload, june, 'en')
  const id = article?.id ?? ''
  await update(id, 'id', { title: 'Kebun', body: body('Daun.') }, { draft: true })
  await update(id, 'en', { title: 'The Garden, Retold' })
  const { dir } = await exported(terbit.payload)
  const before = await everything(terbit.payload)
  const report = await importSite(terbit.payload, dir)
  expect([report.conflicts, counts(report)]).toEqual([[], { created: 0, updated: 0, unchanged: 7 }])
  expect((await everything(terbit.payload))._articles_v).toEqual(before._articles_v)
})
