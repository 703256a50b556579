import { articleInMarkdown } from '@/content/articles/article-markdown'
import { movedAddress } from '@/content/articles/moved-address'
import { carryTags } from '@/content/cached'
import { environment } from '@/env'
import { articleMarkdown } from '@/feeds/article-markdown'
import { isLocale } from '@/i18n/locales'
import { cacheTags } from '@/publishing/purge/cache-tags'
import { absolute } from '@/site/absolute'

type Args = { params: Promise<{ locale: string; slug: string }> }

export const dynamic = 'force-static'
export const generateStaticParams = () => []

/** Serves an article as Markdown, at the article's address with `.md` added (next.config.mjs). */
export async function GET(_: Request, { params }: Args) {
  const { locale, slug } = await params
  if (!isLocale(locale)) return new Response(null, { status: 404 })
  await carryTags(cacheTags.everything, cacheTags.articleAt(locale, slug))
  const origin = environment().siteUrl
  const found = await articleInMarkdown(locale, slug)
  if (!found) {
    const moved = await movedAddress(`/${locale}/blog/${slug}`)
    return moved
      ? Response.redirect(absolute(origin, `${moved}.md`), 308)
      : new Response(null, { status: 404 })
  }
  return new Response(articleMarkdown(found, origin), {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      Link: `<${absolute(origin, found.article.href)}>; rel="canonical"`,
      // Search engines should list the HTML page instead.
      'X-Robots-Tag': 'noindex',
    },
  })
}
