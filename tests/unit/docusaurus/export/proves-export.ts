import { compile } from '@mdx-js/mdx'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mathFromMarkdown } from 'mdast-util-math'
import { directive } from 'micromark-extension-directive'
import { gfm } from 'micromark-extension-gfm'
import { math } from 'micromark-extension-math'
import { beforeAll, expect, test } from 'vitest'
import type { ExportArticle, ExportText } from '@/docusaurus/export/plan/export-plan'
import { splitFrontMatter } from '@/docusaurus/format/front-matter'
import { isLocale, type Locale } from '@/i18n/locales'
import { canonical } from '@/markdown/canonical'
import { parse } from '@/markdown/read/parse'
import type { LexicalNode } from '@/richtext/nodes'
import { filesAfter, filesOfExport, type Imported, importedFolder } from '../import/imported'

/**
 * Tests that hold for the export of any site that was imported.
 * @param every of how many blocks one is edited
 */
export function provesExport(dir: string, { every = 1 }: { every?: number } = {}): void {
  let cms: Imported

  beforeAll(async () => {
    cms = await importedFolder(dir)
  }, 60_000)

  /** Each text of each article, with its place. */
  const texts = () =>
    cms.articles.flatMap(({ article, kept }, index) =>
      kept.map((file) => ({
        index,
        article,
        file,
        text: article.texts[file.locale] as ExportText,
        given: given(file.path),
      })),
    )
  const given = (path: string) => cms.given.get(path) ?? ''

  /** The file of one text after a change to it. */
  const changed = (
    index: number,
    { path, locale }: { path: string; locale: Locale },
    changes: Partial<ExportText>,
  ) => filesAfter(cms, index, (article) => withText(article, locale, changes)).get(path) ?? ''

  test('a site comes back byte for byte', () => {
    const files = filesOfExport(cms)
    expect(files.size).toBeGreaterThan(3)
    for (const [path, text] of files) expect({ path, text }).toEqual({ path, text: given(path) })
  })

  test('an export says the same, with the very front matter, where the bytes of its texts are lost', () => {
    const files = filesOfExport(withoutBytes(cms))
    for (const { file } of texts()) {
      const [before, now] = [splitFrontMatter(given(file.path)), splitFrontMatter(files.get(file.path) ?? '')]
      expect(now.frontMatterText).toBe(before.frontMatterText)
      const said = (body: string) => parse(body.replace(/\r\n/g, '\n')).root.children.map(canonical)
      expect({ file: file.path, says: said(now.body) }).toEqual({ file: file.path, says: said(before.body) })
    }
  })

  test('an export changes the bytes of a block that is edited, and of no other', () => {
    let edits = 0
    for (const { index, file, text, given } of texts()) {
      for (const [at, { start, end }] of file.blocks.entries()) {
        const nodes = text.nodes.map((node, place) => (place === at ? withWord(node) : node))
        if (at % every !== 0 || JSON.stringify(nodes) === JSON.stringify(text.nodes)) continue
        edits += 1
        const now = changed(index, file, { nodes })
        const bytes = Buffer.from(given)
        const [before, behind] = [
          bytes
            .subarray(0, start)
            .toString()
            .replace(/[ \t]+$/, ''),
          bytes.subarray(end).toString(),
        ]
        expect({
          at: `${file.path} ${at}`,
          starts: now.startsWith(before),
          ends: now.endsWith(behind),
        }).toEqual({
          at: `${file.path} ${at}`,
          starts: true,
          ends: true,
        })
        expect(now.slice(before.length, now.length - behind.length)).toContain('qqq')
      }
    }
    expect(edits).toBeGreaterThan(5)
  })

  test('an export compiles as MDX where the original did, with every block edited, and where its bytes are lost', async () => {
    let compiled = 0
    for (const { index, file, text, given } of texts()) {
      if (!(await compiles(given))) continue
      compiled += 1
      const edited = changed(index, file, { nodes: text.nodes.map(withWord) })
      const forgetful = filesAfter(withoutBytes(cms), index, (article) => article).get(file.path) ?? ''
      expect({
        file: file.path,
        edited: await compiles(edited),
        forgetful: await compiles(forgetful),
      }).toEqual({
        file: file.path,
        edited: true,
        forgetful: true,
      })
    }
    expect(compiled).toBeGreaterThan(2)
  })

  test.each<[string, Partial<ExportText>, RegExp]>([
    ['title', { title: 'Another: "Title"' }, /^title:/],
    ['slug', { slug: 'another-slug' }, /^slug:/],
    ['description', { description: 'Another description.' }, /^description:/],
    ['image', { hero: { picture: null, address: 'https://example.org/og?a=b c' } }, /^image:/],
    ['date', { publishedAt: '2021-02-03T04:05:00.000Z' }, /^date:/],
    ['last_update', { updatedAt: '2021-02-03T00:00:00.000Z' }, /^(?:last_update:| {2}date:)/],
    ['unlisted', { unlisted: true }, /^unlisted:/],
    ['draft', { draft: true }, /^draft:/],
  ])('an export changes the line of %s alone', (field, changes, line) => {
    for (const { index, file, text, given } of texts()) {
      const now = changed(index, file, changes)
      const [before, present] = [splitFrontMatter(given), splitFrontMatter(now)]
      expect(present.body).toBe(before.body)
      const news = linesBeside(before.frontMatterText, present.frontMatterText)
      expect({ file: file.path, news: news.filter((one) => !line.test(one)) }).toEqual({
        file: file.path,
        news: [],
      })
      const same = Object.entries(changes).every(
        ([key, value]) => JSON.stringify(value) === JSON.stringify(text[key as keyof ExportText]),
      )
      expect(news.length).toBeGreaterThanOrEqual(same ? 0 : 1)
      const { [field]: _now, ...rest } = present.fields
      const { [field]: _before, ...restBefore } = before.fields
      expect(rest).toEqual(restBefore)
    }
  })

  test('an export adds a keyword, and takes one away, in the list as it is written', () => {
    for (const { index, file, text, given } of texts()) {
      const more = splitFrontMatter(changed(index, file, { keywords: [...text.keywords, 'qqq'] }))
      expect(more.fields.keywords).toEqual([...text.keywords, 'qqq'])
      const less = splitFrontMatter(changed(index, file, { keywords: text.keywords.slice(1) }))
      expect(less.fields.keywords ?? []).toEqual(text.keywords.slice(1))
      const kept = splitFrontMatter(given).frontMatterText
      expect(linesBeside(kept, more.frontMatterText).length).toBeLessThanOrEqual(2)
    }
  })

  test('an export moves, takes away, adds and splits blocks, and keeps the bytes of the others', () => {
    for (const { index, file, text, given } of texts().filter(({ file }) => file.blocks.length > 3)) {
      const bytes = Buffer.from(given)
      const words = file.blocks.map(({ start, end }) => bytes.subarray(start, end).toString())
      const [first, second, ...rest] = text.nodes as [LexicalNode, LexicalNode, ...LexicalNode[]]
      const fresh = paragraphOf('A new paragraph.')
      for (const nodes of [
        [second, first, ...rest],
        [second, ...rest],
        [first, second, ...rest.slice(0, -1)],
        [first, fresh, second, ...rest],
        [fresh, first, second, ...rest],
        [first, second, ...rest, fresh],
      ]) {
        const now = changed(index, file, { nodes })
        const stay = nodes.flatMap((node) => words[text.nodes.indexOf(node)] ?? [])
        expect({ file: file.path, lost: stay.filter((one) => !now.includes(one)) }).toEqual({
          file: file.path,
          lost: [],
        })
        expect(now.split('\n').length - given.split('\n').length).toBeLessThanOrEqual(2)
        expect(now.endsWith('\n')).toBe(given.endsWith('\n'))
      }
    }
  })
}

const withoutBytes = (cms: Imported): Imported => ({
  ...cms,
  articles: cms.articles.map(({ article, kept }) => ({
    article,
    kept: kept.map((file) => ({ ...file, bytes: new Uint8Array() })),
  })),
})

/** Whether a strict MDX parser with GFM, directives and formulas, such as Docusaurus has, takes a file. */
const compiles = (file: string): Promise<boolean> =>
  compile(splitFrontMatter(file).body, { remarkPlugins: [docusaurusSyntax] }).then(
    () => true,
    () => false,
  )

function docusaurusSyntax(this: { data: () => object }): void {
  Object.assign(this.data(), {
    micromarkExtensions: [gfm(), directive(), math()],
    fromMarkdownExtensions: [gfmFromMarkdown(), directiveFromMarkdown(), mathFromMarkdown()],
  })
}

function withText(article: ExportArticle, locale: Locale, changes: Partial<ExportText>): ExportArticle {
  const text = article.texts[locale]
  if (!text || !isLocale(locale)) throw new Error(`Expected a text in ${locale}.`)
  return { ...article, texts: { ...article.texts, [locale]: { ...text, ...changes } } }
}

/** The lines of one text that are not in the other. */
function linesBeside(before: string, now: string): string[] {
  const known = new Set(before.split(/\r?\n/))
  return now.split(/\r?\n/).filter((line) => !known.has(line))
}

const paragraphOf = (text: string) =>
  ({
    type: 'paragraph',
    version: 1,
    children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }],
  }) as unknown as LexicalNode

/** The block after an editor has typed one more word into its first text. */
function withWord(node: LexicalNode): LexicalNode {
  let done = false
  return JSON.parse(JSON.stringify(node), function (this: { type?: string }, key, value: unknown) {
    if (done || typeof value !== 'string' || value === '') return value
    const typed =
      (key === 'text' && this.type === 'text') || key === 'code' || key === 'alt' || key === 'title'
    if (!typed) return value
    done = true
    return `${value}qqq`
  }) as LexicalNode
}
