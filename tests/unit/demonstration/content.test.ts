import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Nodes, Root, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mathFromMarkdown } from 'mdast-util-math'
import { gfm } from 'micromark-extension-gfm'
import { math } from 'micromark-extension-math'
import { describe, expect, it } from 'vitest'
import { demonstrationContent, pictureFolder } from '@/demonstration/content'
import { locales } from '@/i18n/locales'
import { toBody } from '@/markdown/read/to-body'

const content = await demonstrationContent()
const texts = content.articles.flatMap((article) =>
  locales.flatMap((locale) => {
    const text = article.texts[locale]
    return text ? [{ ...text, locale, name: `${article.key}/${locale}.md` }] : []
  }),
)

const parsed = (markdown: string): Root =>
  fromMarkdown(markdown, {
    extensions: [gfm(), math()],
    mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
  })

const nodesOf = (node: Nodes): Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap(nodesOf) : []),
]
const blocks = (markdown: string) => nodesOf(parsed(markdown))
const words = (markdown: string) =>
  blocks(markdown)
    .flatMap((node) => (node.type === 'text' ? node.value.split(/\s+/) : []))
    .filter((word) => /\p{L}/u.test(word)).length

it('the magazine has at least 8 articles, 3 authors and 8 projects', () => {
  expect(content.articles.length).toBeGreaterThanOrEqual(8)
  expect(content.authors).toHaveLength(3)
  expect(content.projects).toHaveLength(8)
})

it('the magazine has an article only in Indonesian, one only in English, and a translation from English', () => {
  const kinds = content.articles.map(({ sourceLocale, texts }) =>
    [sourceLocale, ...Object.keys(texts)].join(),
  )
  expect(kinds).toContain('id,id')
  expect(kinds).toContain('en,en')
  expect(kinds).toContain('en,id,en')
})

it('every article is written in the language that it names as its source', () => {
  for (const { key, sourceLocale, texts } of content.articles) expect(texts, key).toHaveProperty(sourceLocale)
})

it.each(texts)('$name has at least 400 words', ({ markdown }) => {
  expect(words(markdown)).toBeGreaterThanOrEqual(400)
})

it('each address within a language belongs to one article only', () => {
  const addresses = texts.map(({ locale, slug }) => `${locale}/${slug}`)
  expect(new Set(addresses).size).toBe(addresses.length)
})

it('articles are published from March to November 2026, a translation after its source', () => {
  for (const { name, publishedAt } of texts)
    expect(publishedAt, name).toMatch(/^2026-(0[3-9]|1[01])-.*\+07:00$/)
  for (const { key, sourceLocale, texts } of content.articles) {
    const source = Date.parse(texts[sourceLocale]?.publishedAt ?? '')
    const dates = locales
      .flatMap((locale) => texts[locale]?.publishedAt ?? [])
      .map((date) => Date.parse(date))
    expect(Math.min(...dates), key).toBe(source)
  }
})

describe('the mapper', () => {
  const mapped = (markdown: string) => toBody(markdown, { dialect: { format: 'mdx', math: true } })

  it.each(texts)('the mapper has a form for every block of $name but details', ({ markdown }) => {
    const raw = mapped(markdown).blocks.filter((block) => block.raw)
    expect(raw.filter(({ start }) => !markdown.startsWith('<details>', start))).toEqual([])
  })

  it('the mapper has a form for every block of the projects’ descriptions', () => {
    const descriptions = content.projects.flatMap(({ description }) => Object.values(description))
    expect(descriptions.flatMap((markdown) => mapped(markdown).warnings)).toEqual([])
  })
})

it('articles name authors, tags and projects that exist', () => {
  const known = {
    authors: content.authors.map(({ slug }) => slug),
    tags: content.tags.map(({ key }) => key),
    projects: content.projects.map(({ slug }) => slug),
  }
  for (const { key, authors, tags, projects } of content.articles) {
    expect(known.authors, key).toEqual(expect.arrayContaining(authors))
    expect(known.tags, key).toEqual(expect.arrayContaining(tags))
    expect(known.projects, key).toEqual(expect.arrayContaining(projects))
  }
})

it('categories have two levels, and every project belongs to one of the second', () => {
  const top = content.categories.filter(({ parent }) => !parent).map(({ key }) => key)
  const nested = content.categories.filter(({ parent }) => parent)
  for (const { key, parent } of nested) expect(top, key).toContain(parent)
  const keys = nested.map(({ key }) => key)
  for (const { slug, memberships } of content.projects) {
    expect(keys, slug).toEqual(expect.arrayContaining(memberships.map(({ category }) => category)))
  }
})

it.each(content.projects)('the project $name is named by an article in each language', ({ name }) => {
  for (const locale of locales) {
    expect(texts.filter((text) => text.locale === locale && text.markdown.includes(name))).not.toEqual([])
  }
})

it.each(texts)('$name links within its own language to articles that exist', ({ markdown, locale }) => {
  const known = texts.filter((text) => text.locale === locale).map(({ slug }) => `/${locale}/blog/${slug}`)
  const links = blocks(markdown).flatMap((node) => (node.type === 'link' ? node.url : []))
  const own = links.filter((url) => !url.startsWith('https://'))
  expect(own).not.toEqual([])
  expect(known).toEqual(expect.arrayContaining(own))
})

describe('pictures', () => {
  const named = [
    ...content.authors.map(({ picture }) => picture),
    ...content.projects.map(({ logo }) => logo),
    ...texts.flatMap(({ hero, markdown }) => [
      hero.picture,
      ...Array.from(markdown.matchAll(/\]\(pictures\/([^\s)]+)/g), ([, file]) => file ?? ''),
    ]),
  ]

  it('pictures that are named exist, and none lies unused', async () => {
    const files = (await readdir(pictureFolder)).filter((file) => /\.(webp|png)$/.test(file))
    expect(new Set(named)).toEqual(new Set(files))
  })

  it('pictures weigh at most 200 KB each, logos 30 KB, and 5 MB together', async () => {
    const sizes = await Promise.all([...new Set(named)].map((file) => stat(join(pictureFolder, file))))
    expect(Math.max(...sizes.map(({ size }) => size))).toBeLessThanOrEqual(200 * 1024)
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(5 * 1024 * 1024)
    const logos = content.projects.map(({ logo }) => stat(join(pictureFolder, logo)))
    expect(Math.max(...(await Promise.all(logos)).map(({ size }) => size))).toBeLessThanOrEqual(30 * 1024)
  })

  it('pictures in a text have a description and a caption', () => {
    const images = texts.flatMap(({ markdown }) => blocks(markdown)).filter((node) => node.type === 'image')
    expect(images.length).toBeGreaterThan(0)
    for (const { url, alt, title } of images) {
      expect(alt, url).toBeTruthy()
      expect(title, url).toBeTruthy()
    }
  })

  it('pictures of the brand exist in every size that a manifest names', () => {
    const icons = [
      'favicon.svg',
      'favicon.ico',
      'apple-touch-icon.png',
      'icon-192.png',
      'icon-512.png',
      'maskable-512.png',
    ]
    expect(icons.filter((file) => !existsSync(join('public/icons', file)))).toEqual([])
  })
})

describe.each(locales)('the articles in %s together', (locale) => {
  const bodies = texts.filter((text) => text.locale === locale).map(({ markdown }) => markdown)
  const all = bodies.flatMap(blocks)
  const types = new Set(all.map(({ type }) => type))

  it.each([
    'heading',
    'paragraph',
    'strong',
    'emphasis',
    'delete',
    'inlineCode',
    'link',
    'list',
    'table',
    'blockquote',
    'code',
    'image',
    'html',
    'footnoteReference',
    'footnoteDefinition',
    'math',
    'inlineMath',
    'thematicBreak',
  ] as const)(`the articles in ${locale} hold a node of type %s`, (type) => {
    expect(types).toContain(type)
  })

  it(`the articles in ${locale} use headings of the second and third level only`, () => {
    const depths = new Set(all.flatMap((node) => (node.type === 'heading' ? node.depth : [])))
    expect(depths).toEqual(new Set([2, 3]))
  })

  it(`the articles in ${locale} hold ordered, nested and task lists`, () => {
    const lists = all.filter((node) => node.type === 'list')
    const items = all.filter((node) => node.type === 'listItem')
    expect(lists.some(({ ordered }) => ordered)).toBe(true)
    expect(items.some(({ checked }) => typeof checked === 'boolean')).toBe(true)
    expect(items.some(({ children }) => children.some(({ type }) => type === 'list'))).toBe(true)
  })

  it(`the articles in ${locale} hold a table with aligned columns and one without`, () => {
    const tables = all.filter((node): node is Table => node.type === 'table')
    const aligned = tables.map(({ align }) => (align ?? []).some((side) => side !== null))
    expect(aligned).toContain(true)
    expect(aligned).toContain(false)
  })

  it(`the articles in ${locale} name the language and a title of every code fence`, () => {
    const fences = all.filter((node) => node.type === 'code')
    for (const { lang, meta, value } of fences) {
      expect(lang, value).toBeTruthy()
      expect(meta, value).toMatch(/title="[^"]+"/)
    }
  })

  it(`the articles in ${locale} hold admonitions of all five kinds, one of them with a nested list`, () => {
    const admonitions = bodies.flatMap((body) => [...body.matchAll(/^:::(\w+)\[.+?\]\n(.*?)^:::$/gms)])
    expect(new Set(admonitions.map(([, kind]) => kind))).toEqual(
      new Set(['note', 'tip', 'info', 'warning', 'danger']),
    )
    expect(admonitions.some(([, , inside]) => /^(-|\d\.) .*\n {2,3}- /m.test(inside ?? ''))).toBe(true)
  })

  it(`the articles in ${locale} hold one embedded video and a details block`, () => {
    const joined = bodies.join('\n')
    expect(
      joined.match(/^<iframe src="https:\/\/www\.youtube-nocookie\.com\/embed\/[\w-]+".*<\/iframe>$/gm),
    ).toHaveLength(1)
    expect(joined).toMatch(/^<details>\n<summary>/m)
  })
})
