import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { rootChildren } from '@/richtext/children'
import type { Body } from '@/richtext/nodes'
import { withPayload } from '../../../support/postgres/payload'
import { bodyOf } from '../../../support/samples/bodies'
import { exportCommand, patience } from '../command'
import { forgetEverything } from '../everything'
import { publishedArticle } from '../shown'
import { copyOf, importSite, ownSite, places, translations } from '../sites'
import { emptyFolder, exported, filesIn } from './exporting'

const terbit = withPayload()
const june = 'blog/2024-06-02-garden/index.md'
const seeds = 'blog/2024-05-01-seeds.md'

beforeEach(() => importSite(terbit.payload, ownSite))
afterEach(() => forgetEverything(terbit.payload))

/** The files of a site that an import takes. The others are only for Docusaurus itself. */
async function siteFiles(dir: string) {
  const files = await filesIn(dir)
  for (const name of ['docusaurus.config.js', 'biome.json']) files.delete(name)
  return files
}

async function write(payload: Payload, importPath: string, locale: Locale, data: object, draft = false) {
  const article = await publishedArticle(payload, importPath, locale)
  if (!article) throw new Error(`Expected ${importPath} in ${locale}.`)
  const status = draft ? {} : { _status: 'published' as const }
  await payload.update({
    collection: 'articles',
    id: article.id,
    locale,
    fallbackLocale: false,
    draft,
    data: { ...data, ...status },
  })
  return article
}

describe('an export', () => {
  test('an export gives back every file that was imported, pictures included, and no other', async () => {
    const { files, report } = await exported(terbit.payload)
    expect(files).toEqual(await siteFiles(ownSite))
    expect(report).toEqual({ written: files.size, unchanged: 0, removed: 0, refused: [], warnings: [] })
  })

  test('an export changes the line of a field that an editor has changed, and of a paragraph its words', async () => {
    const { body } = await write(terbit.payload, june, 'en', { title: 'The Garden in July' })
    const nodes = JSON.stringify(body).replace('found the basil', 'found the mint')
    await write(terbit.payload, june, 'en', { body: JSON.parse(nodes) })
    const { files } = await exported(terbit.payload)
    const given = await readFile(join(ownSite, june), 'utf8')
    expect(files.get(june)).toBe(
      given.replace('in June', 'in July').replace('found the basil', 'found the mint'),
    )
    expect([...files].filter(([path]) => path !== june)).toEqual(
      [...(await siteFiles(ownSite))].filter(([path]) => path !== june),
    )
  })

  test('an export writes the newest words and says that readers see others; or what readers see', async () => {
    await write(terbit.payload, june, 'en', { title: 'Not Yet' }, true)
    const newest = await exported(terbit.payload)
    expect(newest.files.get(june)).toContain('title: Not Yet\n')
    expect(places(newest.report.warnings)).toEqual([`${june}:1 not-online`])
    const published = await exported(terbit.payload, { published: true })
    expect(published.files.get(june)).toBe(await readFile(join(ownSite, june), 'utf8'))
    expect(published.files.has('blog/2024-08-09-compost.md')).toBe(false)
  })

  test('an export writes a picture that was put in the place of another at an address of its own', async () => {
    const article = await publishedArticle(terbit.payload, seeds, 'en')
    const { docs } = await terbit.payload.find({ collection: 'media', sort: 'createdAt', depth: 0 })
    const [tray, bed] = docs
    const other = JSON.stringify(article?.body).replace(String(tray?.id), String(bed?.id))
    await write(terbit.payload, seeds, 'en', { body: JSON.parse(other) })
    const { files } = await exported(terbit.payload)
    const [, address = ''] = /!\[A tray of seedlings\]\(\/img\/(.+?) /.exec(files.get(seeds) ?? '') ?? []
    expect(files.get(`static/img/${address}`)).toBe(files.get('blog/2024-06-02-garden/bed.png'))
    expect(files.get('blog/2024-05-01-tray.png')).toBe(
      (await siteFiles(ownSite)).get('blog/2024-05-01-tray.png'),
    )
  })

  test('an export says the same where the bytes of its texts are lost', async () => {
    await query(terbit.payload, sql`update sources set bytes = '' where import_path is not null`)
    const { dir } = await exported(terbit.payload)
    const report = await importSite(terbit.payload, dir)
    expect([report.updated, report.created, report.conflicts]).toEqual([0, 0, []])
  })

  test('an export takes the languages that it is asked for', async () => {
    const { files } = await exported(terbit.payload, { locales: ['id'] })
    expect([...files.keys()].filter((path) => path.endsWith('.md')).sort()).toEqual([
      `${translations}/2024-05-01-seeds.md`,
      `${translations}/2024-07-03-hujan.md`,
    ])
  })
})

describe('a second export', () => {
  test('a second export into the same folder writes what has changed, and takes away what is no more', async () => {
    const { dir, files } = await exported(terbit.payload)
    const again = await exported(terbit.payload, { outDir: dir })
    expect(again.report).toMatchObject({ written: 0, unchanged: files.size, removed: 0 })
    await write(terbit.payload, june, 'en', { title: 'Once' })
    await exported(terbit.payload, { outDir: dir })
    const { id } = await write(terbit.payload, june, 'en', { title: 'Twice' })
    expect((await exported(terbit.payload, { outDir: dir })).report).toMatchObject({
      written: 1,
      refused: [],
    })
    await terbit.payload.delete({ collection: 'articles', id })
    const last = await exported(terbit.payload, { outDir: dir })
    expect([last.report.removed, last.files.has(june)]).toEqual([1, false])
  })

  test('a second export writes over nothing that was changed in the folder', async () => {
    const { dir } = await exported(terbit.payload)
    await writeFile(join(dir, june), 'mine')
    await write(terbit.payload, june, 'en', { title: 'Ours' })
    const { report, files } = await exported(terbit.payload, { outDir: dir })
    expect([places(report.refused), files.get(june)]).toEqual([[`${june}:1 changed-there`], 'mine'])
    expect((await exported(terbit.payload, { outDir: dir, force: true })).files.get(june)).toContain(
      'title: Ours',
    )
  })

  test('a second export into the folder of the site changes the files of articles that have changed', async () => {
    const dir = await copyOf(ownSite)
    await write(terbit.payload, june, 'en', { title: 'At Home' })
    const { report, files } = await exported(terbit.payload, { outDir: dir })
    expect([report.written, report.refused]).toEqual([1, []])
    expect(files.get(june)).toContain('title: At Home')
  })
})

test('an article that was written here is exported beside the others, and a path that leads out is not', async () => {
  const body = bodyOf('Baru.') as never
  const data = {
    title: 'Tulisan Baru',
    body,
    publishedAt: '2026-05-06T00:00:00.000Z',
    _status: 'published' as const,
  }
  await terbit.payload.create({ collection: 'articles', locale: 'id', data })
  await query(
    terbit.payload,
    sql`update articles set import_path = 'blog/../../../out.md' where import_path = ${june}`,
  )
  const { report, files } = await exported(terbit.payload)
  expect(files.get(`${translations}/2026-05-06-tulisan-baru.md`)).toBe(
    '---\ntitle: Tulisan Baru\n---\n\nBaru.\n',
  )
  expect(report.refused.map(({ code }) => code)).toEqual(['path-leaves-site'])
})

test('an unsafe link that was imported may stay when its text is saved, and no new one is written', async () => {
  const visit = 'blog/2024-09-10-visit.md'
  const { body } = await write(terbit.payload, visit, 'en', { title: 'Come By' })
  expect((await exported(terbit.payload)).files.get(visit)).toContain('(javascript:void(0))')
  const other = JSON.stringify(body).replace('javascript:void(0)', 'javascript:void(1)')
  await expect(write(terbit.payload, visit, 'en', { body: JSON.parse(other) })).rejects.toThrow()
  expect(rootChildren(body as Body).length).toBeGreaterThan(0)
})

describe('the command', { timeout: patience }, () => {
  test('the export command exports after a kill half-way as if it had run once, beside a folder of its own', async () => {
    const dir = join(await emptyFolder(), 'out')
    const killed = await exportCommand([dir], { ...kept(), killAt: '5/5' })
    expect(killed.code).toBeNull()
    const { code, stdout } = await exportCommand([dir, '--json'], kept())
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ removed: 0, refused: [], warnings: [] })
    expect(await filesIn(dir)).toEqual(await siteFiles(ownSite))
  })

  test('the export command refuses a folder with other things in it', async () => {
    const dir = await emptyFolder()
    await writeFile(join(dir, 'letter.txt'), 'Dear')
    const { code, stderr } = await exportCommand([dir], kept())
    expect([code, stderr]).toEqual([2, expect.stringContaining('Expected an empty folder')])
    await rm(join(dir, 'letter.txt'))
  })
})

const kept = () => ({ databaseUrl: terbit.databaseUrl, dataDir: terbit.dataDir })
