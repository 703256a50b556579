import { formatDate } from '@/i18n/formats'
import { fallbackForVisitors, type Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import type { CardWords } from '@/og/card'
import type { DocumentKind } from '@/og/request'
import { summaries } from './article-summaries'
import { asVisitor, cms, inEveryLanguage } from './cms'
import { siteView } from './site-view'
import { articleCounts } from './tags'
import { eachLanguage, termOf } from './terms'
import type { ArticleSummary } from './views'

type Ref = { kind: DocumentKind; id: string; locale?: Locale }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What a document's own card says, where visitors may see the document in this language. */
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
    const label = membership && (await categoryName(membership.category, locale))
    const summary = project.summary || membership?.summary
    return {
      kind: 'project',
      locale,
      title: project.name,
      seed: id,
      ...(label ? { label } : {}),
      ...(summary ? { summary } : {}),
      ...(project.website && URL.canParse(project.website)
        ? { detail: new URL(project.website).hostname.replace(/^www\./, '') }
        : {}),
    }
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

/** What an article's card says of what a list shows of it. */
export async function articleCardWords(article: ArticleSummary, locale: Locale): Promise<CardWords> {
  const { timeZone } = await siteView(locale)
  const [tag] = article.tags
  return {
    kind: 'article',
    locale,
    title: article.title,
    seed: article.id,
    ...(tag ? { label: tag.label.text } : {}),
    byline: article.authors.map(({ name }) => name).join(', '),
    detail: formatDate({ iso: article.publishedAt, locale, timeZone }),
  }
}

async function categoryName(category: string | { id: string }, locale: Locale): Promise<string | undefined> {
  const where = { id: { equals: typeof category === 'string' ? category : category.id } }
  const { docs } = await (await cms()).find({ collection: 'categories', where, limit: 1, ...inEveryLanguage })
  return termOf(eachLanguage(docs[0]?.name), locale)?.text
}
