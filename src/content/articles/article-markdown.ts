import { environment } from '@/env'
import type { Locale } from '@/i18n/locales'
import { mdx } from '@/markdown/dialect'
import { serialize } from '@/markdown/write/serialize'
import { holdsFormulas } from '@/richtext/formulas'
import type { Body } from '@/richtext/nodes'
import { absolute } from '@/site/absolute'
import { asVisitor, cms } from '../cms'
import type { ArticleInMarkdown } from '../views'
import { summaries } from './article-summaries'
import { bodyPictures, linkTargets } from './body-references'
import { articleTranslations } from './translations'

/** Returns the published article at an address, with its body as Markdown in which all addresses are absolute. */
export async function articleInMarkdown(
  locale: Locale,
  slug: string,
): Promise<ArticleInMarkdown | undefined> {
  const { docs } = await (await cms()).find({
    collection: 'articles',
    where: { slug: { equals: slug } },
    limit: 1,
    pagination: false,
    ...asVisitor(locale),
  })
  const [doc] = docs
  if (!doc) return undefined
  const body = doc.body as Body
  const [[article], pictures, targets, translations] = await Promise.all([
    summaries([doc], locale),
    bodyPictures(body, locale),
    linkTargets(body, locale),
    articleTranslations(doc.id),
  ])
  if (!article) return undefined
  const origin = environment().siteUrl
  const whole = (path: string) => (path.startsWith('/') ? absolute(origin, path) : path)
  return {
    article,
    locale,
    translations,
    unlisted: doc.unlisted ?? false,
    markdown: serialize(wholeLinks(body, { origin, targets }), {
      dialect: { ...mdx, math: holdsFormulas(body) },
      pictureAddress: (id) => whole(pictures.get(String(id))?.src ?? '/'),
    }),
  }
}

/**
 * Makes the links of a body work from anywhere: links to documents get their addresses, and links to our own pages
 * become absolute.
 */
function wholeLinks(body: Body, { origin, targets }: { origin: string; targets: Map<string, string> }): Body {
  return JSON.parse(JSON.stringify(body), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('linkType' in value)) return value
    const { linkType, url, doc } = value as { linkType: string; url?: string; doc?: { value?: unknown } }
    const target = linkType === 'internal' ? targets.get(String(doc?.value)) : url
    const leadsHere = target?.startsWith('/') && !target.startsWith('//')
    return { ...value, linkType: 'custom', url: leadsHere ? origin + target : (target ?? '') }
  }) as Body
}
