import { compile } from '@mdx-js/mdx'
import { describe, expect, test } from 'vitest'
import type { ExportArticle, ExportSite, ExportText } from '@/docusaurus/export/plan/export-plan'
import { placeOf } from '@/docusaurus/export/plan/places'
import { planExport } from '@/docusaurus/export/plan/planner'
import { planImport } from '@/docusaurus/import/plan/plan'
import { toBody } from '@/markdown/read/to-body'
import { filesOfExport, importedFrom } from '../import/imported'
import { en, filesOf, id, post } from '../site'

const text = (title: string, slug: string, body: string, more: Partial<ExportText> = {}): ExportText => ({
  ...{
    title,
    slug,
    description: null,
    keywords: [],
    updatedAt: null,
    unlisted: false,
    draft: false,
    ahead: false,
  },
  nodes: toBody(body).body.root.children,
  hero: { picture: null, address: null },
  publishedAt: '2026-03-04T05:06:00.000Z',
  ...more,
})

const written: ExportArticle = {
  id: '0f0f0f0f-0000-4000-8000-000000000000',
  importPath: null,
  sourceLocale: 'id',
  createdAt: '2026-01-01T00:00:00.000Z',
  authors: ['a1'],
  tags: ['t1', 't2'],
  texts: {
    id: text('Kopi: Sebuah Cerita', 'kopi', 'Air **panas**.\n\n- satu\n- dua', {
      keywords: ['air', 'kopi, susu'],
    }),
    en: text('Coffee', 'coffee', 'Hot _water_.', { draft: true, hero: { picture: 'p1', address: null } }),
  },
}

const site: ExportSite = {
  defaultLocale: 'en',
  math: false,
  authors: [
    {
      ...{ id: 'a1', slug: 'sari', name: 'Sari Wulandari', title: { id: 'Juru seduh' }, biography: {} },
      ...{
        picture: null,
        pictureAddress: null,
        links: [{ label: 'github', url: 'https://github.com/sari' }],
      },
    },
  ],
  tags: [
    {
      id: 't1',
      name: { id: 'Kopi', en: 'Coffee' },
      slug: { id: 'kopi', en: 'coffee' },
      aliases: {},
      description: {},
    },
    { id: 't2', name: { id: '2025' }, slug: { id: '2025' }, aliases: {}, description: { id: 'Tahun ini' } },
  ],
  pictures: [{ id: 'p1', name: 'My Cup.jpg', sha256: 'c0ffee', alt: {} }],
  keptPictures: new Map(),
  files: [],
  places: new Map([[written.id, placeOf(written, new Set())]]),
  pageOf: () => undefined,
}

const exported = (articles = [written]) =>
  filesOfExport({ site, articles: articles.map((article) => ({ article, kept: [] })) })

const path = '2026-03-04-kopi.md'
const translated = `i18n/id/docusaurus-plugin-content-blog/${path}`

describe('an article that was written here', () => {
  test("an article that was written here stands by its date and first address in each language's folder, in Docusaurus' words", () => {
    const files = exported()
    expect(files.get(translated)).toBe(
      [
        ...[
          '---',
          'title: "Kopi: Sebuah Cerita"',
          'date: 2026-03-04T05:06:00Z',
          'authors: [sari]',
          'tags: [Kopi, "2025"]',
        ],
        ...['keywords: [air, "kopi, susu"]', '---', '', 'Air **panas**.', '', '- satu', '- dua', ''],
      ].join('\n'),
    )
    expect(files.get(`blog/${path}`)).toBe(
      [
        ...[
          '---',
          'title: Coffee',
          'slug: coffee',
          'date: 2026-03-04T05:06:00Z',
          'authors: [sari]',
          'tags: [Coffee, "2025"]',
        ],
        ...['image: /img/My-Cup.jpg', 'draft: true', '---', '', 'Hot *water*.', ''],
      ].join('\n'),
    )
  })

  test('an article that was written here brings entries for its authors, and for tags that say more than their name', () => {
    const files = exported()
    expect(files.get('i18n/id/docusaurus-plugin-content-blog/authors.yml')).toBe(
      'sari:\n  name: Sari Wulandari\n  title: Juru seduh\n  socials:\n    github: https://github.com/sari\n',
    )
    expect(files.get('i18n/id/docusaurus-plugin-content-blog/tags.yml')).toBe(
      '"2025":\n  label: "2025"\n  description: Tahun ini\n',
    )
    expect(files.has('blog/tags.yml')).toBe(false)
  })

  test('an article that was written here comes in again as the article that it is', () => {
    const plan = planImport(filesOf(Object.fromEntries(exported())))
    expect(plan.refused).toEqual([])
    expect(plan.articles).toMatchObject([
      {
        importPath: `blog/${path}`,
        authors: ['sari'],
        texts: {
          en: { title: 'Coffee', slug: 'coffee', draft: true, publishedAt: '2026-03-04T05:06:00.000Z' },
          id: { title: 'Kopi: Sebuah Cerita', slug: 'kopi', keywords: ['air', 'kopi, susu'] },
        },
      },
    ])
  })

  test('an article that was written here leads to other articles by their files', () => {
    const other = { ...written, id: 'other', importPath: 'blog/2024/05-01-lain.md' }
    const link = {
      type: 'link',
      version: 3,
      fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'articles', value: 'other' } },
    }
    const nodes = [
      {
        type: 'paragraph',
        version: 1,
        children: [
          {
            ...link,
            children: toBody('lihat').body.root.children.flatMap((node) =>
              'children' in node ? node.children : [],
            ),
          },
        ],
      },
    ]
    const article = {
      ...written,
      texts: { id: { ...text('A', 'a', ''), nodes: nodes as unknown as ExportText['nodes'] } },
    }
    const places = new Map([...site.places, [other.id, placeOf(other, new Set())]])
    const files = planExport({ ...site, places }).posts(article, []).files
    expect(Buffer.from(files[0]?.bytes ?? []).toString()).toContain('[lihat](./2024/05-01-lain.md)')
  })
})

test('a translation that was written here stands beside its original, in the style of its file', () => {
  const imported = importedFrom(
    filesOf({ [en('a')]: post('title: A\nslug: alpha', '* one\n* two\n\n__bold__') }),
  )
  const [one] = imported.articles
  if (!one) throw new Error('Expected an article.')
  const article = {
    ...one.article,
    texts: {
      ...one.article.texts,
      id: text('B', 'beta', '- satu\n\n**tebal**', {
        publishedAt: one.article.texts.en?.publishedAt ?? null,
      }),
    },
  }
  const files = filesOfExport({ site: imported.site, articles: [{ article, kept: one.kept }] })
  expect(files.get(id('a'))).toBe('---\ntitle: B\nslug: beta\n---\n\n* satu\n\n__tebal__\n')
})

test('a path that leaves the folder of posts is refused', () => {
  const hostile = { ...written, importPath: 'blog/../../etc/passwd.md' }
  const { files, refused } = planExport(site).posts(hostile, [])
  expect([files, refused.map(({ code }) => code)]).toEqual([[], ['path-leaves-site']])
})

/** A paragraph of words as somebody types them. They may look like Markdown. */
const typed = (words: string) =>
  [
    {
      ...{ type: 'paragraph', version: 1 },
      children: [{ type: 'text', version: 1, text: words, format: 0, style: '', detail: 0, mode: 'normal' }],
    },
  ] as unknown as ExportText['nodes']

test.each([
  ['words', typed('Harga {5} < 6 & "x" <b> import a_b * c')],
  ['an import', typed("import x from 'y'")],
  ['a list with code', toBody('1. satu\n\n   ~~~js\n   x\n   ~~~').body.root.children],
  ['a callout', toBody(':::note Judul\nIsi.\n:::').body.root.children],
  ['a table', toBody('| a | b |\n| - | - |\n| x \\| y | `{z}` |').body.root.children],
])('%s from the editor compile as MDX', async (_, nodes) => {
  const article = { ...written, texts: { id: { ...text('A', 'a', ''), nodes } } }
  const [body = ''] = [...exported([article]).values()].map((file) => file.slice(file.indexOf('\n---\n') + 5))
  await expect(compile(body)).resolves.toBeDefined()
})
