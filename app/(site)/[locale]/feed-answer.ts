import { latestInFull } from '@/content/articles/feed'
import { carryTags } from '@/content/cached'
import { siteView } from '@/content/site/site-view'
import { tagBySlug } from '@/content/terms/tags'
import { environment } from '@/env'
import { atom } from '@/feeds/atom'
import type { Feed } from '@/feeds/feed'
import { jsonFeed } from '@/feeds/json-feed'
import { rss } from '@/feeds/rss'
import { isLocale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { cacheTags } from '@/publishing/purge/cache-tags'
import { absolute } from '@/site/absolute'
import { type FeedFormat, hrefFor } from '@/site/hrefs'

const formats: Record<FeedFormat, { type: string; write: (feed: Feed) => string }> = {
  rss: { type: 'application/rss+xml', write: rss },
  atom: { type: 'application/atom+xml', write: atom },
  jsonFeed: { type: 'application/feed+json', write: jsonFeed },
}

type At = { params: Promise<{ locale: string; slug?: string }> }

/**
 * Returns a handler for the feed of a language or, when the address has a slug, of a tag. Another spelling of a tag
 * redirects to the tag's feed.
 */
export const feedIn =
  (format: FeedFormat) =>
  async (_: Request, { params }: At): Promise<Response> => {
    const { locale, slug } = await params
    if (!isLocale(locale)) return new Response(null, { status: 404 })
    await carryTags(cacheTags.everything, cacheTags.articles(locale))
    const origin = environment().siteUrl
    const found = slug === undefined ? undefined : await tagBySlug(locale, slug)
    if (slug !== undefined && !found) return new Response(null, { status: 404 })
    if (found && 'movedTo' in found) {
      const tag = decodeURIComponent(found.movedTo.split('/').at(-1) ?? '')
      return Response.redirect(absolute(origin, hrefFor({ page: format, locale, tag })), 308)
    }
    const site = await siteView(locale)
    const t = translator(locale, 'site')
    const { type, write } = formats[format]
    const tag = found?.tag
    const feed: Feed = {
      origin,
      url: absolute(origin, tag ? tag.href : hrefFor({ page: 'home', locale })),
      self: absolute(origin, hrefFor({ page: format, locale, ...(tag ? { tag: tag.slug } : {}) })),
      title: tag
        ? t('feed.tagTitle', { site: site.name.text, name: tag.name.text })
        : t('feed.title', { site: site.name.text }),
      description: tag
        ? (tag.description?.text ?? t('tag.description', { name: tag.name.text, site: site.name.text }))
        : (site.tagline?.text ?? site.name.text),
      publisher: site.name.text,
      locale,
      items: await latestInFull(locale, { origin, ...(found ? { tag: found.id } : {}) }),
    }
    return new Response(write(feed), { headers: { 'Content-Type': `${type}; charset=utf-8` } })
  }
