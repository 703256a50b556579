import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { articleList } from '@/content/articles/article-summaries'
import { onlyElsewhere } from '@/content/articles/elsewhere'
import { carryTags } from '@/content/cached'
import { documentCard } from '@/content/cards/card-addresses'
import { siteView } from '@/content/site/site-view'
import { tagBySlug } from '@/content/terms/tags'
import { environment } from '@/env'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { cacheTags } from '@/publishing/purge/cache-tags'
import { pageMetadata } from '@/seo/page-metadata'
import { hrefFor } from '@/site/hrefs'
import { TagView } from '@/ui/terms/tag-view'
import { Breadcrumbs } from '../../breadcrumbs'
import { ReaderPage } from '../../reader-page'

type At = { locale: Locale; slug: string; number: number }

async function tagAt({ locale, slug }: At) {
  await carryTags(cacheTags.everything, cacheTags.articles(locale))
  const found = await tagBySlug(locale, slug)
  if (!found) notFound()
  if ('movedTo' in found) permanentRedirect(found.movedTo)
  return found
}

export async function tagMetadata(at: At): Promise<Metadata> {
  const { locale, slug, number } = at
  const { id, tag } = await tagAt(at)
  const t = translator(locale, 'site')
  const origin = environment().siteUrl
  const card = await documentCard({ kind: 'tag', id, locale })
  const title = tag.name.text
  const site = await siteView(locale)
  return pageMetadata({
    origin,
    site,
    locale,
    path: hrefFor({ page: 'tag', locale, slug, number }),
    translations: number === 1 ? tag.translations : {},
    title,
    description: tag.description?.text ?? t('tag.description', { name: title, site: site.name.text }),
    ...(number > 1 ? { pageTitle: t('pagination.page', { page: number }) } : {}),
    tag: tag.slug,
    ...(card && { card }),
  })
}

export async function TagPage(at: At) {
  const { locale, slug, number } = at
  const { id, tag } = await tagAt(at)
  const [site, list, elsewhere] = await Promise.all([
    siteView(locale),
    articleList(locale, { page: number, where: { tags: { in: [id] } } }),
    number === 1 ? onlyElsewhere(locale, { tag: id }) : [],
  ])
  if (number > 1 && list.articles.length === 0) notFound()
  return (
    <ReaderPage
      locale={locale}
      path={hrefFor({ page: 'tag', locale, slug, number })}
      translations={tag.translations}
    >
      <Breadcrumbs
        site={site}
        locale={locale}
        steps={[
          { name: translator(locale, 'site')('tags.title'), href: hrefFor({ page: 'tags', locale }) },
          { name: tag.name.text, href: tag.href },
        ]}
      />
      <TagView locale={locale} timeZone={site.timeZone} tag={tag} list={list} elsewhere={elsewhere} />
    </ReaderPage>
  )
}
