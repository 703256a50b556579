import { beforeAll, describe, expect, test } from 'vitest'
import type { ImportPlan } from '@/docusaurus/import/plan/import-plan'
import { planImport } from '@/docusaurus/import/plan/plan'
import { unpackBody } from '@/docusaurus/import/post/packed-body'
import { readSite, type SiteOnDisk } from '@/docusaurus/import/read/read-site'
import { rootChildren } from '@/richtext/children'
import { codes, en, fixture, id, planOfTexts, post } from '../site'

describe('a site of every shape', () => {
  let site: SiteOnDisk
  let plan: ImportPlan
  const article = (importPath: string) => {
    const found = plan.articles.find((one) => one.importPath === importPath)
    if (!found) throw new Error(`Expected ${importPath} in the plan.`)
    return found
  }

  beforeAll(async () => {
    site = await readSite(fixture('site'))
    plan = planImport(site.files, { assets: site.assets })
  })

  test('finds each post by its path in the default language', () => {
    expect(
      plan.articles.map(({ importPath, sourceLocale, texts }) => [
        importPath,
        sourceLocale,
        Object.keys(texts),
      ]),
    ).toEqual([
      ['blog/2023/11-20-old.mdx', 'en', ['en']],
      ['blog/2024-01-05-first-loaf.md', 'en', ['en', 'id']],
      ['blog/2024-02-02-hanya-di-sini.md', 'id', ['id']],
      ['blog/2024-03-01-bundel/index.md', 'en', ['en']],
      ['blog/notes.md', 'en', ['en']],
    ])
    expect(plan.refused).toEqual([])
  })

  test('takes dates from paths and front matter, in UTC', () => {
    const dates = plan.articles.map(({ texts }) => (texts.en ?? texts.id)?.publishedAt)
    expect(dates).toEqual([
      '2023-11-20T00:00:00.000Z',
      '2024-01-05T00:00:00.000Z',
      '2024-02-02T00:00:00.000Z',
      '2024-03-01T00:00:00.000Z',
      '2022-08-09T10:00:00.000Z',
    ])
    expect(article('blog/2024-03-01-bundel/index.md').texts.en?.updatedAt).toBe('2024-04-02T00:00:00.000Z')
  })

  test("knows Docusaurus' addresses, and takes the last segment as ours", () => {
    const addresses = plan.articles.flatMap(({ texts }) =>
      Object.values(texts).map(({ slug, oldAddresses }) => [slug, ...oldAddresses]),
    )
    expect(addresses).toEqual([
      ['old-name', '/blog/archive/old-name'],
      ['first-loaf', '/blog/2024/01/05/first-loaf'],
      ['first-loaf', '/id/blog/2024/01/05/first-loaf'],
      ['hanya-di-sini', '/id/blog/2024/02/02/hanya-di-sini'],
      ['bundel', '/blog/2024/03/01/bundel'],
      ['notes', '/blog/notes'],
    ])
  })

  test('sends the untranslated address of the other language to the original', () => {
    expect(plan.redirects.filter(({ importPath }) => importPath === 'blog/notes.md')).toEqual([
      { from: '/blog/notes', importPath: 'blog/notes.md', locale: 'en' },
      { from: '/id/blog/notes', importPath: 'blog/notes.md', locale: 'en' },
    ])
  })

  test('introduces authors of authors.yml in both languages, and those written in posts', () => {
    expect(plan.authors).toEqual([
      {
        slug: 'sari',
        name: 'Sari Wulandari',
        title: { en: 'Baker', id: 'Pembuat roti' },
        biography: {},
        picture: '/img/sari.webp',
        links: [
          { label: 'example.org', href: 'https://example.org/sari' },
          { label: 'github', href: 'https://github.com/sariw' },
        ],
      },
      {
        slug: 'tamu-jauh',
        name: 'Tamu Jauh',
        title: { en: 'Guest' },
        biography: {},
        links: [{ label: 'example.org', href: 'https://example.org/tamu' }],
      },
    ])
    expect(article('blog/2024-03-01-bundel/index.md').authors).toEqual(['tamu-jauh', 'sari'])
  })

  test('names tags as tags.yml does, and joins them over languages', () => {
    const bread = plan.tags.find(({ key }) => key === 'bread')
    expect(bread).toMatchObject({
      name: { en: 'Bread', id: 'roti' },
      slug: { en: 'loaves', id: 'roti' },
      description: { en: 'All about loaves' },
    })
    expect(article('blog/2024-02-02-hanya-di-sini.md').texts.id?.tags).toEqual([
      { key: 'bread', label: 'roti' },
    ])
  })

  test('tells a card of the old system from a picture, and finds local pictures', () => {
    expect(article('blog/2024-01-05-first-loaf.md').texts.en?.hero?.generatedCard).toBe(true)
    const { hero, pictures } = article('blog/2024-03-01-bundel/index.md').texts.en ?? {}
    expect(hero).toEqual({
      address: './cover.webp',
      file: 'blog/2024-03-01-bundel/cover.webp',
      generatedCard: false,
    })
    expect(pictures).toEqual([
      { address: './cover.webp', file: 'blog/2024-03-01-bundel/cover.webp' },
      { address: '/img/logo.svg', file: 'static/img/logo.svg' },
    ])
  })

  test('notes drafts, unlisted posts and where the excerpt ends', () => {
    expect(article('blog/2023/11-20-old.mdx').texts.en).toMatchObject({ draft: true, unlisted: true })
    expect(article('blog/2024-01-05-first-loaf.md').texts.en).toMatchObject({ draft: false, truncateAt: 2 })
  })

  test("keeps front matter and each block's bytes, so that the file can be put together again", () => {
    for (const { texts } of plan.articles) {
      for (const text of Object.values(texts)) {
        const file = site.files.find(({ path }) => path === text.file)
        if (!file || !('bytes' in file)) throw new Error(`Expected the bytes of ${text.file}.`)
        const whole = Buffer.from(file.bytes)
        expect(whole.toString().startsWith(text.frontMatterText)).toBe(true)
        const body = whole.toString().slice(text.frontMatterText.length)
        for (const { start, end, byteStart, byteEnd } of text.blocks) {
          expect(whole.subarray(byteStart, byteEnd).toString()).toBe(body.slice(start, end))
        }
      }
    }
  })

  test('hands on the files of the site that are no posts', () => {
    expect(plan.siteFiles.map(({ path, locale }) => [path, locale])).toEqual([
      ['blog/authors.yml', 'en'],
      ['blog/tags.yml', 'en'],
      ['i18n/id/docusaurus-plugin-content-blog/authors.yml', 'id'],
      ['i18n/id/docusaurus-plugin-content-blog/options.json', 'id'],
    ])
  })

  test('warns with file and line', () => {
    const folder = 'i18n/id/docusaurus-plugin-content-blog'
    expect(codes(plan.warnings)).toEqual([
      'blog/2023/11-20-old.mdx:1 translation-missing',
      'blog/2023/11-20-old.mdx:9 raw-block',
      'blog/2023/11-20-old.mdx:11 raw-block',
      'blog/2024-01-05-first-loaf.md:4 numeric-tag',
      'blog/2024-01-05-first-loaf.md:6 card-title-differs',
      'blog/2024-01-05-first-loaf.md:14 raw-block',
      'blog/2024-01-05-first-loaf.md:16 empty-alt',
      'blog/2024-01-05-first-loaf.md:16 picture-missing',
      'blog/2024-01-05-first-loaf.md:18 unsafe-link',
      'blog/2024-03-01-bundel/index.md:1 translation-missing',
      'blog/notes.md:1 translation-missing',
      `${folder}/2024-01-05-first-loaf.md:4 numeric-tag`,
      `${folder}/2024-01-05-first-loaf.md:5 keyword-count-differs`,
      `${folder}/2024-01-05-first-loaf.md:8 structure-differs`,
      `${folder}/2024-01-05-first-loaf.md:13 raw-block`,
      `${folder}/2024-01-05-first-loaf.md:15 picture-missing`,
      `${folder}/2024-02-02-hanya-di-sini.md:1 translation-orphaned`,
    ])
  })

  test('gives the same plan whatever the order of the files', () => {
    expect(planImport([...site.files].reverse(), { assets: site.assets })).toEqual(plan)
  })
})

describe('the language of blog/', () => {
  const texts = {
    [en('a')]: post('title: A'),
    'i18n/en/docusaurus-plugin-content-blog/2024-01-01-a.md': post('title: B'),
  }

  test('the language of blog/ is the one of ours that has no translations', () => {
    const plan = planOfTexts(texts)
    expect(plan.defaultLocale).toBe('id')
    expect(plan.articles).toMatchObject([
      { importPath: en('a'), sourceLocale: 'id', texts: { id: { title: 'A' }, en: { title: 'B' } } },
    ])
  })

  test('the language of blog/ is the one asked for', () => {
    expect(
      planOfTexts({ [en('a')]: post('title: A') }, { defaultLocale: 'id' }).articles[0]?.sourceLocale,
    ).toBe('id')
  })

  test('leaves out what is not among the languages asked for', () => {
    const plan = planOfTexts(
      { [en('a')]: post('title: A'), [id('a')]: post('title: B') },
      { locales: ['en'] },
    )
    expect(plan.articles.map((one) => Object.keys(one.texts))).toEqual([['en']])
    expect(plan.warnings).toEqual([])
  })

  test('takes the translations of a site in a third language', () => {
    const plan = planOfTexts(
      { 'blog/2024-01-01-a.md': post('title: 甲'), [id('a')]: post('title: B') },
      { defaultLocale: 'zh' },
    )
    expect(plan.articles).toMatchObject([{ sourceLocale: 'id', texts: { id: { title: 'B' } } }])
    expect(plan.warnings.map(({ code }) => code)).toEqual(['translation-missing'])
  })
})

describe('slugs', () => {
  test('refuses the second of two posts with one address in one language, and keeps the first', () => {
    const plan = planOfTexts({
      'blog/2023-01-01-a.md': post('title: A'),
      'blog/2024-01-01-a.md': post('title: B'),
      [id('a')]: post('title: C'),
    })
    expect(codes(plan.refused)).toEqual(['blog/2024-01-01-a.md:2 duplicate-slug'])
    expect(plan.articles.map(({ importPath, texts }) => [importPath, Object.keys(texts)])).toEqual([
      ['blog/2023-01-01-a.md', ['en']],
      ['blog/2024-01-01-a.md', ['id']],
    ])
  })

  test.each([
    ['slug: v1.0', 'v1-0'],
    ['slug: /page', 'page-1'],
    ['slug: /a/b/', 'b'],
  ])('makes an address that ours allow from %s', (fields, slug) => {
    expect(planOfTexts({ [en('a')]: post(`title: A\n${fields}`) }).articles[0]?.texts.en?.slug).toBe(slug)
  })
})

describe('a path', () => {
  const folder = 'i18n/id/docusaurus-plugin-content-blog'
  test.each([
    ['2024-01-05-name.md', '2024-01-05', '/blog/2024/01/05/name'],
    ['2024-01-05-name.mdx', '2024-01-05', '/blog/2024/01/05/name'],
    ['2024-01-05-name/index.md', '2024-01-05', '/blog/2024/01/05/name'],
    ['2024-01-05-name/index.mdx', '2024-01-05', '/blog/2024/01/05/name'],
    ['2024-01-05/name.md', '2024-01-05', '/blog/2024/01/05/name'],
    ['2024/01-05-name.md', '2024-01-05', '/blog/2024/01/05/name'],
    ['2024/01/05-name.md', '2024-01-05', '/blog/2024/01/05/name'],
    ['2024/01/05/name/index.md', '2024-01-05', '/blog/2024/01/05/name'],
    ['2024/1/5-name.md', '2024-01-05', '/blog/2024/1/5/name'],
    ['series/2024-01-05-name.md', '2024-01-05', '/blog/2024/01/05/series/name'],
  ])('a path as Docusaurus takes it names a post and its translation: %s', (relative, date, address) => {
    const plan = planOfTexts({
      [`blog/${relative}`]: post('title: A'),
      [`${folder}/${relative}`]: post('title: B'),
    })
    expect(plan.refused).toEqual([])
    expect(plan.articles).toMatchObject([
      {
        importPath: `blog/${relative}`,
        texts: {
          en: { slug: 'name', publishedAt: `${date}T00:00:00.000Z`, oldAddresses: [address] },
          id: { slug: 'name', oldAddresses: [`/id${address}`] },
        },
      },
    ])
  })
})

describe('authors', () => {
  test('takes an unknown author by key, with a warning', () => {
    const plan = planOfTexts({ [en('a')]: post('title: A\nauthors: [budi]') }, { locales: ['en'] })
    expect(codes(plan.warnings)).toEqual([`${en('a')}:3 unknown-author`])
    expect(plan.authors).toMatchObject([{ slug: 'budi', name: 'budi' }])
  })

  test('refuses a post of an unknown author when that is asked for', () => {
    const plan = planOfTexts({ [en('a')]: post('title: A\nauthors: [budi]') }, { strict: true })
    expect(codes(plan.refused)).toEqual([`${en('a')}:3 unknown-author`])
    expect(plan.articles).toEqual([])
  })

  test('reads the author fields of old posts', () => {
    const plan = planOfTexts({ [en('a')]: post('title: A\nauthor: Ibu Rini\nauthor_title: Guru') })
    expect(plan.authors).toMatchObject([{ slug: 'ibu-rini', name: 'Ibu Rini', title: { en: 'Guru' } }])
    expect(plan.articles[0]?.authors).toEqual(['ibu-rini'])
  })

  test.each([
    ['authors: sari', ['sari']],
    ['authors: [sari, budi]', ['sari', 'budi']],
    ['authors: { name: Tamu Jauh, title: Guest }', ['tamu-jauh']],
    ['authors: [sari, { name: Tamu Jauh }]', ['sari', 'tamu-jauh']],
    ['authors: [{ key: sari, title: Guest }]', ['sari']],
    ['authors: []', []],
  ])('reads %s of an author', (fields, slugs) => {
    const plan = planOfTexts({ [en('a')]: post(`title: A\n${fields}`) })
    expect(plan.articles[0]?.authors).toEqual(slugs)
  })

  test.each([
    ['blog/authors.yml', 'sari:\n  name: A\nbudi: B\n', 'blog/authors.yml:3 invalid-authors'],
    ['blog/tags.yml', 'roti:\n  label: [A]\n', 'blog/tags.yml:1 invalid-tags'],
  ])('refuses what is not written as %s asks', (path, text, place) => {
    const plan = planOfTexts({ [path]: text, [en('a')]: post('title: A') })
    expect(codes(plan.refused)).toEqual([place])
    expect(plan.articles).toHaveLength(1)
  })

  test('refuses a broken authors.yml by its line, and takes the posts', () => {
    const plan = planOfTexts({ 'blog/authors.yml': 'a:\n  name: [', [en('a')]: post('title: A') })
    expect(plan.refused).toMatchObject([{ file: 'blog/authors.yml', code: 'invalid-yaml' }])
    expect(plan.articles).toHaveLength(1)
  })
})

test('takes the heading that begins the body where the front matter has no title', () => {
  expect(planOfTexts({ [en('a')]: post('tags: [b]', '# Dari *isi*') }).articles[0]?.texts.en?.title).toBe(
    'Dari isi',
  )
})

test('warns of a translation that ends before its source', () => {
  const words = 'Satu dua tiga empat lima enam tujuh delapan sembilan sepuluh. '.repeat(20)
  const plan = planOfTexts({
    [en('a')]: post('title: A', words),
    [id('a')]: post('title: B', words.slice(0, 400)),
  })
  expect(plan.warnings.map(({ code }) => code)).toContain('suspected-truncation')
})

test('warns of tags that its translation has more or less of', () => {
  const plan = planOfTexts({
    [en('a')]: post('title: A\ntags: [b, c]'),
    [id('a')]: post('title: A\ntags: [d]'),
  })
  expect(codes(plan.warnings)).toEqual([`${id('a')}:3 tag-count-differs`])
})

test('takes a post that strict MDX refuses as CommonMark, with a warning at the line', () => {
  const plan = planOfTexts({ [en('a')]: post('title: A', 'Words.\n\n<p>Open\n\nMore.') }, { locales: ['en'] })
  expect(codes(plan.warnings)).toContain(`${en('a')}:7 mdx-refused`)
  expect(plan.articles[0]?.texts.en?.dialect.format).toBe('commonmark')
})

test('reads math where the site does, and prices elsewhere', () => {
  const files = { [en('a')]: post('title: A', '$$\nx^2\n$$\n\nFrom $5 to $6.') }
  const kindsOf = (math: boolean) => {
    const { body } = planOfTexts(files, { math }).articles[0]?.texts.en ?? {}
    return body ? rootChildren(unpackBody(body)).map((node) => node.type) : []
  }
  expect(kindsOf(true)).toEqual(['block', 'paragraph'])
  expect(kindsOf(false)).toEqual(['paragraph', 'paragraph'])
})

test('warns of spaces in addresses', () => {
  const plan = planOfTexts(
    { [en('a')]: post('title: A\nimage: https://a.id/b c.png', '[d](</e f>)\n\n[g](https://h.id/i j)') },
    { locales: ['en'] },
  )
  expect(codes(plan.warnings)).toEqual([
    `${en('a')}:3 address-with-spaces`,
    `${en('a')}:6 address-with-spaces`,
    `${en('a')}:8 address-with-spaces`,
  ])
})

test('warns of ragged tables and of second headings of level 1', () => {
  const plan = planOfTexts(
    { [en('a')]: post('title: A', '# B\n\n# C\n\n| d | e |\n| - | - |\n| f |') },
    { locales: ['en'] },
  )
  expect(codes(plan.warnings)).toEqual([`${en('a')}:7 several-h1`, `${en('a')}:9 ragged-table`])
})
