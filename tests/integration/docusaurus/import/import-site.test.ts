import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { query, sql } from '@/database/query'
import type { ImportReport } from '@/docusaurus/import/plan/report'
import { fingerprint } from '@/markdown/fingerprint'
import type { Article, Author, Tag } from '@/payload-types'
import { rootChildren } from '@/richtext/children'
import { blockIdOf } from '@/richtext/identity/identified-blocks'
import type { Body } from '@/richtext/nodes'
import { bodyToHtml } from '@/richtext/to-hast'
import { sha256Of } from '@/sha256'
import { withPayload } from '../../../support/postgres/payload'
import { publishedArticle } from '../shown'
import { counts, importSite, ownSite, places, translations } from '../sites'

const terbit = withPayload()
const seeds = 'blog/2024-05-01-seeds.md'
const visit = 'blog/2024-09-10-visit.md'
const june = 'blog/2024-06-02-garden/index.md'
let report: ImportReport

beforeAll(async () => {
  report = await importSite(terbit.payload, ownSite)
})

const published = async (importPath: string, locale: 'id' | 'en') => {
  const article = await publishedArticle(terbit.payload, importPath, locale)
  if (!article) throw new Error(`Expected ${importPath} to be published in ${locale}.`)
  return article
}

const every = async <Doc>(collection: 'authors' | 'tags' | 'media') =>
  (
    await terbit.payload.find({
      collection,
      locale: 'all',
      fallbackLocale: false,
      depth: 0,
      sort: 'createdAt',
    })
  ).docs as unknown as Doc[]

test('counts each language of a post once', () => {
  expect(counts(report)).toEqual({ created: 6, updated: 0, unchanged: 0 })
  expect(report.refused).toEqual([])
  expect(report.conflicts).toEqual([])
})

test('warns of what readers will miss, by file and line', () => {
  const raw = places(report.warnings).filter((place) => /raw-block|picture-missing|unsafe-link/.test(place))
  expect(raw).toEqual([
    `${seeds}:33 picture-missing`,
    `${seeds}:48 raw-block`,
    `${seeds}:53 raw-block`,
    `${visit}:7 unsafe-link`,
    `${translations}/2024-05-01-seeds.md:33 picture-missing`,
    `${translations}/2024-05-01-seeds.md:48 raw-block`,
    `${translations}/2024-05-01-seeds.md:53 raw-block`,
  ])
})

describe('an article', () => {
  test('an article holds both languages of its post', async () => {
    const [en, id] = [await published(seeds, 'en'), await published(seeds, 'id')]
    expect(en.id).toBe(id.id)
    expect([en.title, id.title]).toEqual(['A Handful of Seeds', 'Segenggam Benih'])
    expect([en.slug, id.slug]).toEqual(['seeds', 'seeds'])
    expect([en.keywords, id.keywords]).toEqual([
      ['seeds', 'soil'],
      ['benih', 'tanah'],
    ])
    expect(en).toMatchObject({
      sourceLocale: 'en',
      description: 'What grows from a pocket of paper.',
      publishedAt: '2024-05-01T00:00:00.000Z',
    })
  })

  test("an article keeps each language's picture as its file writes it", async () => {
    expect((await published(seeds, 'en')).hero?.address).toContain('A%20Handful')
    expect((await published(seeds, 'id')).hero?.address).toContain('Segenggam')
  })

  test('an article exists in the one language that its post has', async () => {
    expect(await published('blog/2024-07-03-hujan.md', 'id')).toMatchObject({ sourceLocale: 'id' })
    expect(await publishedArticle(terbit.payload, 'blog/2024-07-03-hujan.md', 'en')).toBeUndefined()
  })

  test('an article stays a draft where its file says so, and off the lists where it is unlisted', async () => {
    expect(await publishedArticle(terbit.payload, 'blog/2024-08-09-compost.md', 'en')).toBeUndefined()
    const { docs } = await terbit.payload.find({
      collection: 'articles',
      where: { importPath: { equals: 'blog/2024-08-09-compost.md' } },
      locale: 'en',
      draft: true,
    })
    expect(docs).toMatchObject([{ title: 'Notes on Compost', _status: 'draft' }])
    expect(await published('blog/2024-09-10-visit.md', 'en')).toMatchObject({ unlisted: true })
  })

  test('an article says when its post was updated last', async () => {
    expect((await published(june, 'en')).contentUpdatedAt).toBe('2024-06-20T00:00:00.000Z')
  })

  test('an article belongs to nobody who signs in', async () => {
    const rows = await query<{ by: string | null }>(
      terbit.payload,
      sql`select distinct coalesce(created_by_id, updated_by_id) as by from articles`,
    )
    expect(rows).toEqual([{ by: null }])
  })
})

describe('authors and tags', () => {
  test('authors have a name, and a title in each language', async () => {
    const authors = await every<Author & { title: object }>('authors')
    expect(authors.map(({ slug, name, title }) => ({ slug, name, title }))).toEqual([
      { slug: 'wening', name: 'Wening Astuti', title: { en: 'Gardener', id: 'Tukang kebun' } },
      { slug: 'bayu', name: 'Bayu Prasetya', title: { en: 'Beekeeper', id: 'Peternak lebah' } },
    ])
    expect(authors[0]).toMatchObject({
      links: [{ label: 'kebun.example', url: 'https://kebun.example/wening' }],
      pictureAddress: expect.stringMatching(/^data:image\/svg\+xml/),
    })
  })

  test('tags of two languages are one', async () => {
    const tags = await every<Tag>('tags')
    expect(tags.map(({ name, slug }) => ({ name, slug }))).toEqual([
      { name: { en: 'Garden', id: 'Kebun' }, slug: { en: 'garden', id: 'kebun' } },
      { name: { en: 'research', id: 'penelitian' }, slug: { en: 'research', id: 'penelitian' } },
    ])
    const names = new Map(tags.map(({ id, slug }) => [id, slug]))
    const { tags: used } = await published('blog/2024-07-03-hujan.md', 'id')
    expect((used as string[]).map((id) => names.get(id))).toMatchObject([
      { en: 'research' },
      { en: 'garden' },
    ])
  })

  test('authors and tags stand in the order of the post', async () => {
    const { authors } = await published(june, 'en')
    const slugs = new Map((await every<Author>('authors')).map(({ id, slug }) => [id, slug]))
    expect((authors as string[]).map((id) => slugs.get(id))).toEqual(['wening', 'bayu'])
  })
})

describe('pictures', () => {
  const pictureIn = (article: Article, address: string) => {
    const fields = rootChildren(article.body as Body).flatMap((node) =>
      node.type === 'block' && node.fields.blockType === 'image' ? [node.fields] : [],
    )
    return fields.find((one) => one.address === address)?.picture
  }

  test('pictures beside a post and in static/ are taken into the media library, the same bytes once', async () => {
    const media = await every<{ id: string; originalName: string }>('media')
    expect(media.map(({ id }) => id)).toHaveLength(2)
    const tray = pictureIn(await published(seeds, 'en'), './2024-05-01-tray.png')
    expect(tray).toBe(pictureIn(await published(seeds, 'id'), '/img/tray.png'))
    expect(media.map(({ id }) => id)).toContain(tray)
  })

  test('pictures of the site lead an article that names them, with their address as it is written', async () => {
    const { hero, body } = await published(june, 'en')
    expect(hero?.address).toBe('./bed.png')
    expect(hero?.picture).toBe(pictureIn({ body } as Article, './bed.png'))
  })

  test('pictures that are missing keep their address, and show their words', async () => {
    const article = await published(seeds, 'en')
    expect(pictureIn(article, '/img/lost.png')).toBeUndefined()
    const html = bodyToHtml(article.body as Body, { locale: 'en' })
    expect(html).toContain('<figcaption>A picture that went missing</figcaption>')
    expect(html).not.toContain('lost.png')
  })
})

test('keeps links that are unsafe, and shows none of them', async () => {
  const { body } = await published(visit, 'en')
  expect(JSON.stringify(body)).toContain('javascript:void(0)')
  expect(bodyToHtml(body as Body, { locale: 'en' })).not.toContain('javascript:')
})

test('keeps the hash of each picture under the path that it had', async () => {
  const rows = await query<{ path: string; sha256: string; bytes: string }>(
    terbit.payload,
    sql`select path, sha256, bytes from sources where locale is null order by path`,
  )
  const paths = ['blog/2024-05-01-tray.png', 'blog/2024-06-02-garden/bed.png', 'static/img/tray.png']
  const hashes = await Promise.all(paths.map(async (path) => sha256Of(await readFile(join(ownSite, path)))))
  expect(rows).toEqual(paths.map((path, index) => ({ path, sha256: hashes[index], bytes: '' })))
})

test('keeps each file, and of each block the bytes, the id and what it says', async () => {
  const rows = await query<{
    path: string
    bytes: string
    blocks: Kept[] | null
    importPath: string
    locale: 'id' | 'en'
  }>(
    terbit.payload,
    sql`select path, bytes, blocks, import_path as "importPath", locale from sources
        where locale is not null order by path`,
  )
  expect(rows.map(({ path }) => path)).toEqual([
    'blog/2024-05-01-seeds.md',
    'blog/2024-06-02-garden/index.md',
    'blog/2024-08-09-compost.md',
    'blog/2024-09-10-visit.md',
    'blog/authors.yml',
    `${translations}/2024-05-01-seeds.md`,
    `${translations}/2024-07-03-hujan.md`,
    `${translations}/authors.yml`,
  ])
  for (const { path, bytes } of rows) {
    expect(Buffer.from(bytes, 'base64').equals(await readFile(join(ownSite, path)))).toBe(true)
  }
  const [kept] = rows
  const nodes = rootChildren((await published(seeds, 'en')).body as Body)
  expect(kept?.blocks?.map(({ blockId, fingerprint }) => ({ blockId, fingerprint }))).toEqual(
    nodes.map((node) => ({ blockId: blockIdOf(node), fingerprint: fingerprint(node) })),
  )
  const heading = kept?.blocks?.[0]
  const source = Buffer.from(kept?.bytes ?? '', 'base64')
  expect(source.subarray(heading?.start, heading?.end).toString()).toBe('# A Handful of Seeds')
})

type Kept = { blockId: string; start: number; end: number; fingerprint: string }
