import { stringify } from 'yaml'
import type { ArticleInMarkdown } from '@/content/views'
import { locales } from '@/i18n/locales'
import { absolute } from '@/site/absolute'

/**
 * Returns an article as a file for machines: front matter with its metadata and address, then the title and the
 * text.
 */
export function articleMarkdown(
  { article, locale, translations, markdown }: ArticleInMarkdown,
  origin: string,
): string {
  const frontMatter = {
    title: article.title,
    description: article.description,
    url: absolute(origin, article.href),
    language: locale,
    published: article.publishedAt,
    updated: article.updatedAt,
    authors: article.authors.map(({ name }) => name),
    topics: article.tags.map(({ label }) => label.text),
    translations: Object.fromEntries(
      locales.flatMap((other) => {
        const path = translations[other]
        return path && other !== locale ? [[other, absolute(origin, path)]] : []
      }),
    ),
  }
  const told = Object.fromEntries(Object.entries(frontMatter).filter(([, value]) => !isEmpty(value)))
  return `---\n${stringify(told, { lineWidth: 0 })}---\n\n# ${oneLine(article.title)}\n\n${markdown}`
}

const isEmpty = (value: unknown) =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

/** Puts a title on one line and escapes its Markdown characters. */
const oneLine = (title: string) => title.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#]/g, '\\$&')
