import { formatDate } from '@/i18n/formats'
import { fallbackForVisitors, type Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import type { CardWords } from '@/og/card/card'
import type { CardLayout } from '@/og/card/card-layouts'
import type { DocumentKind } from '@/og/http/request'
import { summaries } from '../articles/article-summaries'
import { asVisitor, cms, inEveryLanguage } from '../cms'
import { idOf } from '../references'
import { siteView } from '../site/site-view'
import { articleCounts } from '../terms/tags'
import { eachLanguage, termOf } from '../terms/terms'
import type { ArticleSummary } from '../views'

type Ref = { kind: DocumentKind; id: string; locale?: Locale }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Returns the words of a document's own card, or undefined when visitors cannot see the document in this language.
 */
export async function cardWords({
  kind,
  id,
  locale = fallbackForVisitors,
}: Ref): Promise<CardWords | undefined> {
  return uuid.test(id) ? wordsOf[kind](id, locale) : undefined
}

const wordsOf: Record<DocumentKind, (id: string, locale: Locale) => Promise<CardWords | undefined>> = {
  async article(id, locale) {
    const where = { id: { equals: id } }
    const found = await (await cms()).find({ collection: 'articles', where, limit: 1, ...asVisitor(locale) })
    const [article] = await summaries(found.docs, locale)
    return article && articleCardWords(article, locale)
  },

  async project(id, locale) {
    const where = { id: { equals: id } }
    const payload = await cms()
    const { docs } = await payload.find({ collection: 'projects', where, limit: 1, ...asVisitor(locale) })
    const [project] = docs
    if (!project) return undefined
    const [membership] = project.memberships ?? []
    const summary = project.summary || membership?.summary
    return projectCardWords(
      { ...project, summary, category: membership && idOf(membership.category) },
      locale,
    )
  },

  async tag(id, locale) {
    const where = { id: { equals: id } }
    const { docs } = await (await cms()).find({ collection: 'tags', where, limit: 1, ...inEveryLanguage })
    const name = termOf(eachLanguage(docs[0]?.name), locale)
    if (!name) return undefined
    const count = (await articleCounts('tags', locale)).get(id) ?? 0
    const detail = translator(locale, 'site')('articles.count', { count })
    return { kind: 'tag', locale, title: name.text, seed: id, detail }
  },

  async author(id, locale) {
    const where = { id: { equals: id } }
    const { docs } = await (await cms()).find({ collection: 'authors', where, limit: 1, ...inEveryLanguage })
    const [author] = docs
    if (!author) return undefined
    const title = termOf(eachLanguage(author.title), locale)
    return {
      kind: 'author',
      locale,
      title: author.name,
      seed: id,
      ...(title ? { detail: title.text } : {}),
    }
  },
}

/** The part of an article that its card shows. */
export type CardArticle = Pick<
  ArticleSummary,
  'title' | 'description' | 'publishedAt' | 'tags' | 'authors' | 'cardLayout'
> & { id?: string | undefined }

/** Returns the words of an article's card, from the article's summary. */
export async function articleCardWords(article: CardArticle, locale: Locale): Promise<CardWords> {
  const { timeZone } = await siteView(locale)
  const [tag] = article.tags
  return {
    kind: 'article',
    locale,
    title: article.title,
    ...(article.id && { seed: article.id }),
    ...(article.cardLayout && { layout: article.cardLayout }),
    ...(tag ? { label: tag.label.text } : {}),
    ...(article.description && { summary: article.description }),
    byline: article.authors.map(({ name }) => name).join(', '),
    detail: formatDate({ iso: article.publishedAt, locale, timeZone }),
  }
}

/** The part of a project that its card shows. `category` is the id of its first category. */
export type CardProject = {
  id?: string | undefined
  name: string
  summary?: string | null | undefined
  category?: string | undefined
  website?: string | null | undefined
  cardLayout?: CardLayout | null | undefined
}

export async function projectCardWords(project: CardProject, locale: Locale): Promise<CardWords> {
  const { id, name, summary, category, website, cardLayout } = project
  const label = category && (await categoryName(category, locale))
  return {
    kind: 'project',
    locale,
    title: name,
    ...(id && { seed: id }),
    ...(cardLayout && { layout: cardLayout }),
    ...(label && { label }),
    ...(summary && { summary }),
    ...(website && URL.canParse(website) ? { detail: new URL(website).hostname.replace(/^www\./, '') } : {}),
  }
}

async function categoryName(id: string, locale: Locale): Promise<string | undefined> {
  const where = { id: { equals: id } }
  const { docs } = await (await cms()).find({ collection: 'categories', where, limit: 1, ...inEveryLanguage })
  return termOf(eachLanguage(docs[0]?.name), locale)?.text
}
