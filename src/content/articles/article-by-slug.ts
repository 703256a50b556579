import type { Locale } from '@/i18n/locales'
import { toBody } from '@/markdown/read/to-body'
import type { Article } from '@/payload-types'
import { headingsOf } from '@/richtext/headings'
import { highlightsOf } from '@/richtext/highlight'
import { withMentionLinks } from '@/richtext/mention-links'
import type { Body } from '@/richtext/nodes'
import { excerpt } from '@/richtext/plain-text'
import { bodyToHtml } from '@/richtext/to-hast'
import { documentCardOf } from '../cards/card-addresses'
import { articleCardWords } from '../cards/card-words'
import { asVisitor, cms } from '../cms'
import { projectsOfArticle } from '../projects/mentions'
import type { ArticleDetails } from '../views'
import { summaries } from './article-summaries'
import { bodyPictures, linkTargets } from './body-references'
import { seoOverrides } from './seo-overrides'
import { articleTranslations } from './translations'

/** The number of graphemes of a description that search engines show. */
const excerptLength = 160

/** Returns the published article at an address. */
export async function articleBySlug(locale: Locale, slug: string): Promise<ArticleDetails | undefined> {
  const { docs } = await (await cms()).find({
    collection: 'articles',
    where: { slug: { equals: slug } },
    limit: 1,
    pagination: false,
    ...asVisitor(locale),
  })
  return docs[0] && articleView(docs[0], locale)
}

/**
 * Returns an article as its page shows it, or a draft of it for the preview. For a feed, it leaves out what feed
 * readers would drop: colours in code, and formulas that need a browser to set them.
 */
export async function articleView(
  doc: Article,
  locale: Locale,
  { forFeed = false }: { forFeed?: boolean } = {},
): Promise<ArticleDetails> {
  const body = doc.body as Body | null | undefined
  const [[summary], pictures, targets, translations, { projects, links }] = await Promise.all([
    summaries([doc], locale),
    bodyPictures(body, locale),
    linkTargets(body, locale),
    articleTranslations(doc.id),
    projectsOfArticle(doc, locale),
  ])
  if (!summary) throw new Error(`Expected a summary of the article ${doc.id}, got none.`)
  const title = doc.title ?? ''
  const shown = body && withMentionLinks(body, links)
  const words = await articleCardWords(summary, locale)
  return {
    ...summary,
    locale,
    sourceLocale: doc.sourceLocale ?? locale,
    html: bodyToHtml(shown, {
      locale,
      title,
      forFeed,
      highlights: forFeed ? undefined : await highlightsOf(shown),
      pictureOf: (reference) => (typeof reference === 'string' ? pictures.get(reference) : undefined),
      bodyOf: (source) => toBody(source).body,
      hrefOf: ({ value }) => targets.get(typeof value === 'string' ? value : (value as { id: string })?.id),
    }),
    excerpt: excerpt(body, excerptLength),
    headings: headingsOf(body, { title }),
    translations,
    keywords: doc.keywords ?? [],
    unlisted: doc.unlisted ?? false,
    seo: seoOverrides(doc),
    projects,
    card: await documentCardOf({ kind: 'article', id: doc.id, locale }, words),
  }
}
