import type { Element, Nodes, Root } from 'hast'
import type { Payload } from 'payload'
import type { Locale } from '@/i18n/locales'
import type { Counts } from '@/markdown/counts'
import { toBody } from '@/markdown/read/to-body'
import type { Article } from '@/payload-types'
import { rootChildren } from '@/richtext/children'
import { repeatsTitle } from '@/richtext/headings'
import type { Body } from '@/richtext/nodes'
import { bodyToHast } from '@/richtext/to-hast'
import { countOfBody } from '../../support/samples/count-of-body'
import { countOfHtml } from './count-of-html'

/** The published article of a path, as a visitor may read it. */
export async function publishedArticle(
  payload: Payload,
  importPath: string,
  locale: Locale,
): Promise<Article | undefined> {
  const { docs } = await payload.find({
    collection: 'articles',
    where: { importPath: { equals: importPath } },
    locale,
    fallbackLocale: false,
    overrideAccess: false,
    depth: 0,
    limit: 1,
  })
  return docs[0]
}

/** The tree of the page's HTML below its title. */
const pageOf = (article: Article, locale: Locale): Root =>
  bodyToHast(article.body as Body, {
    locale,
    title: article.title ?? '',
    pictureOf: (reference) =>
      typeof reference === 'string' && /^[0-9a-f-]{36}$/.test(reference)
        ? { src: `/api/media/file/${reference}`, alt: '' }
        : undefined,
    bodyOf: (source) => toBody(source).body,
  })

/** Counts the body in the database and on the page. A heading that repeats the title is the page's own title. */
export function countsShown(article: Article, locale: Locale): { body: Counts; page: Counts } {
  const body = article.body as Body
  const page = countOfHtml(pageOf(article, locale))
  const own = titlesIn(article).length
  return { body: countOfBody(body), page: { ...page, headings: page.headings + own } }
}

/** The headings of a body that its page leaves out. */
export const titlesIn = ({ body, title }: Article) =>
  rootChildren(body as Body).filter((node) => node.type === 'heading' && repeatsTitle(node, title ?? ''))

/** The headings of the page's HTML below its title. */
export function headingsShown(article: Article, locale: Locale): { level: string; text: string }[] {
  const found: { level: string; text: string }[] = []
  const visit = (node: Root | Element) => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      if (/^h[1-6]$/.test(child.tagName)) found.push({ level: child.tagName, text: textOf(child) })
      visit(child)
    }
  }
  visit(pageOf(article, locale))
  return found
}

const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''
