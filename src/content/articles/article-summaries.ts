import type { Where } from 'payload'
import type { Locale } from '@/i18n/locales'
import type { Article } from '@/payload-types'
import { whereListed } from '@/publishing/published/status'
import type { Body } from '@/richtext/nodes'
import { plainText, readingMinutes } from '@/richtext/plain-text'
import { hrefFor } from '@/site/hrefs'
import { isWebAddress } from '@/site/web-address'
import { asVisitor, cms } from '../cms'
import { idsOf } from '../references'
import { renderedApart } from '../rendered-apart'
import { picturesById } from '../site/pictures'
import { authorsById, tagLinksById } from '../terms/people'
import type { ArticleList, ArticleSummary, Picture } from '../views'

export const articlesAPage = 10

/** Returns a page of the published articles of a language, newest first, without unlisted ones. */
export async function articleList(
  locale: Locale,
  { page = 1, where = {}, limit = articlesAPage }: { page?: number; where?: Where; limit?: number } = {},
): Promise<ArticleList> {
  const { docs, totalDocs, totalPages } = await (await cms()).find({
    collection: 'articles',
    where: { and: [where, whereListed] },
    sort: ['-publishedAt', 'id'],
    page,
    limit,
    ...asVisitor(locale),
  })
  return { articles: await summaries(docs, locale), page, pages: totalPages, total: totalDocs }
}

/**
 * Returns articles as lists show them. Their authors, tags and pictures are read once for all of them.
 * @param textOf returns the plain text of an article that was read without its body
 */
export async function summaries(
  docs: Article[],
  locale: Locale,
  textOf = ({ body }: Article) => plainText(body as Body | null | undefined),
): Promise<ArticleSummary[]> {
  const [authors, tags, pictures] = await Promise.all([
    authorsById(
      docs.flatMap((doc) => idsOf(doc.authors)),
      locale,
    ),
    tagLinksById(
      docs.flatMap((doc) => idsOf(doc.tags)),
      locale,
    ),
    picturesById(
      docs.map((doc) => doc.hero?.picture),
      locale,
    ),
  ])
  return renderedApart(docs, (doc) => {
    const hero = heroOf(doc, pictures)
    return {
      id: doc.id,
      href: hrefFor({ page: 'article', locale, slug: doc.slug ?? '' }),
      title: doc.title ?? '',
      ...(doc.description ? { description: doc.description } : {}),
      publishedAt: doc.publishedAt ?? doc.createdAt,
      ...(doc.contentUpdatedAt ? { updatedAt: doc.contentUpdatedAt } : {}),
      readingMinutes: readingMinutes(textOf(doc), locale),
      authors: idsOf(doc.authors).flatMap((id) => authors.get(id) ?? []),
      tags: idsOf(doc.tags).flatMap((id) => tags.get(id) ?? []),
      ...(hero ? { hero } : {}),
      ...(doc.cardLayout ? { cardLayout: doc.cardLayout } : {}),
    }
  })
}

function heroOf({ hero }: Article, pictures: Map<string, Picture>): Picture | undefined {
  const picture = typeof hero?.picture === 'string' ? pictures.get(hero.picture) : undefined
  if (picture) return { ...picture, alt: hero?.alt || picture.alt }
  return isPictureAddress(hero?.address) ? { src: hero?.address ?? '', alt: hero?.alt ?? '' } : undefined
}

/**
 * Tells whether an address is a picture that may be shown: an absolute web address that is not a generated card.
 */
export const isPictureAddress = (address: string | null | undefined): address is string =>
  !!address && isWebAddress(address) && !isGeneratedCard(address)

/**
 * Tells whether an address is a card that the old system drew from the title. Such an address is kept for the
 * export, but never requested.
 */
function isGeneratedCard(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { pathname, searchParams } = new URL(address)
  const last = pathname.split('/').filter(Boolean).at(-1) ?? ''
  return searchParams.has('title') && last.startsWith('og')
}
