import { formatDate } from '@/i18n/formats'
import { fallbackForVisitors, type Locale } from '@/i18n/locales'
import type { CardWords } from '@/og/card'
import { summaries } from './article-summaries'
import { asVisitor, cms } from './cms'
import { siteView } from './site-view'

type Ref = { kind: 'article' | 'project' | 'tag' | 'author'; id: string; locale?: Locale }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What a document's own card says, where visitors may see the document in this language. */
export async function cardWords({
  kind,
  id,
  locale = fallbackForVisitors,
}: Ref): Promise<CardWords | undefined> {
  if (!uuid.test(id) || (kind !== 'article' && kind !== 'project')) return undefined
  const where = { id: { equals: id } }
  const payload = await cms()
  if (kind === 'project') {
    const { docs } = await payload.find({ collection: 'projects', where, limit: 1, ...asVisitor(locale) })
    return docs[0] && { kind, locale, title: docs[0].name, seed: id }
  }
  const { docs } = await payload.find({ collection: 'articles', where, limit: 1, ...asVisitor(locale) })
  const [article] = await summaries(docs, locale)
  if (!article) return undefined
  const { timeZone } = await siteView(locale)
  const [tag] = article.tags
  return {
    kind,
    locale,
    title: article.title,
    seed: id,
    ...(tag ? { label: tag.label.text } : {}),
    byline: article.authors.map(({ name }) => name).join(', '),
    detail: formatDate({ iso: article.publishedAt, locale, timeZone }),
  }
}
