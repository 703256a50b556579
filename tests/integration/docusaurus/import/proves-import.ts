import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { beforeAll, expect, test } from 'vitest'
import type { PlannedText } from '@/docusaurus/import/plan/import-plan'
import type { ImportReport } from '@/docusaurus/import/plan/report'
import { isLocale, type Locale } from '@/i18n/locales'
import { countOfMdast } from '@/markdown/counts'
import { parse } from '@/markdown/read/parse'
import type { Article } from '@/payload-types'
import { everything } from '../everything'
import { countsShown, headingsShown, publishedArticle, titlesIn } from '../shown'
import { counts, importSite, sitePlan } from '../sites'

type Site = {
  dir: string
  /** The number of posts online in each language. */
  online: Record<Locale, number>
  /** The number of blocks that may be kept as source. */
  raw: number
}

type Shown = { file: string; locale: Locale; text: PlannedText; article: Article }

/** Tests that hold for the import of any site. */
export function provesImport(terbit: { readonly payload: Payload }, { dir, online, raw }: Site): void {
  let report: ImportReport
  let shown: Shown[]

  beforeAll(async () => {
    report = await importSite(terbit.payload, dir)
    shown = await onlineOf(terbit.payload, dir)
  })

  test('an import brings every post online in the languages that it has', () => {
    expect(report.refused).toEqual([])
    for (const [locale, number] of Object.entries(online)) {
      expect(shown.filter((one) => one.locale === locale)).toHaveLength(number)
    }
  })

  test('an import counts the same in each file, in the database and on the page, which shows no unsafe link', async () => {
    for (const { file, locale, article, text } of shown) {
      const written = (await readFile(join(dir, file), 'utf8')).slice(text.frontMatterText.length)
      const inFile = countOfMdast(parse(written, text.dialect).root)
      const { body, page } = countsShown(article, locale)
      const unsafe = report.warnings.filter((one) => one.file === file && one.code === 'unsafe-link').length
      expect({ file, body, page: { ...page, links: page.links + unsafe } }).toEqual({
        file,
        body: inFile,
        page: inFile,
      })
    }
  })

  test('an import keeps few blocks as source, and names each by file and line', () => {
    const kept = shown.flatMap(({ file, text }) =>
      text.blocks.flatMap((block) =>
        block.raw && block.reason !== 'truncate'
          ? [`${file}:${block.line + text.frontMatterText.split('\n').length - 1}`]
          : [],
      ),
    )
    const named = report.warnings.flatMap(({ file, line, code }) =>
      code === 'raw-block' ? [`${file}:${line}`] : [],
    )
    expect(kept.length).toBeLessThanOrEqual(raw)
    expect(named.sort()).toEqual(kept.sort())
  })

  test('an import shows the editor no Markdown and no JSX as words', () => {
    for (const { file, article } of shown) {
      expect({ file, literal: wordsIn(article.body).filter((words) => literal.test(words)) }).toEqual({
        file,
        literal: [],
      })
    }
  })

  test('an import shows the title once, and no other heading of the first level', () => {
    for (const { article, locale } of shown) {
      expect(headingsShown(article, locale).map(({ level }) => level)).not.toContain('h1')
    }
    const repeating = shown.filter(({ article }) => titlesIn(article).length > 0)
    expect(repeating.length).toBeGreaterThan(0)
    for (const { article, locale } of repeating) {
      expect(headingsShown(article, locale).map(({ text }) => text)).not.toContain(article.title)
    }
  })

  test('an import changes nothing when it is run again', async () => {
    const before = await everything(terbit.payload)
    const again = await importSite(terbit.payload, dir)
    expect(await everything(terbit.payload)).toEqual(before)
    expect(counts(again)).toEqual({ created: 0, updated: 0, unchanged: report.created })
    expect(again.warnings).toEqual(report.warnings)
  })
}

async function onlineOf(payload: Payload, dir: string): Promise<Shown[]> {
  const { articles } = await sitePlan(dir)
  const shown: Shown[] = []
  for (const { importPath, texts } of articles) {
    for (const [locale, text] of Object.entries(texts)) {
      if (!isLocale(locale)) continue
      const article = await publishedArticle(payload, importPath, locale)
      if (article) shown.push({ file: text.file, locale, text, article })
    }
  }
  return shown
}

/** Markup that a paragraph would show if a picture, link, mark, fence, admonition or element had not been read. */
const literal =
  /!\[|\]\(|\*\*|```|:::|^#{1,6} |<!--|\{\/\*|<\/?(?:div|img|iframe|details|summary|br|a|[A-Z]\w*)\b/

/** The words of a body, without those in code. */
function wordsIn(body: Article['body']): string[] {
  const found: string[] = []
  JSON.parse(JSON.stringify(body ?? null), (_, value: unknown) => {
    if (isText(value) && (value.format & code) === 0) found.push(value.text)
    return value
  })
  return found
}

/** Lexical's bit for code in a line. */
const code = 16

const isText = (value: unknown): value is { text: string; format: number } =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  value.type === 'text' &&
  'text' in value &&
  'format' in value
