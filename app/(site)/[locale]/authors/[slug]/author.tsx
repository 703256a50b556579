import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { articleList } from '@/content/articles/article-summaries'
import { onlyElsewhere } from '@/content/articles/elsewhere'
import { carryTags } from '@/content/cached'
import { documentCard } from '@/content/cards/card-addresses'
import { siteView } from '@/content/site/site-view'
import { authorBySlug } from '@/content/terms/authors'
import { environment } from '@/env'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { cacheTags } from '@/publishing/purge/cache-tags'
import { jsonForScript, profilePage } from '@/seo/json-ld'
import { pageMetadata } from '@/seo/page-metadata'
import { hrefFor } from '@/site/hrefs'
import { JsonLdScript } from '@/ui/frame/json-ld-script'
import { AuthorView } from '@/ui/terms/author-view'
import { Breadcrumbs } from '../../breadcrumbs'
import { ReaderPage } from '../../reader-page'

type At = { locale: Locale; slug: string; number: number }

async function authorAt({ locale, slug }: At) {
  await carryTags(cacheTags.everything, cacheTags.articles(locale))
  return (await authorBySlug(locale, slug)) ?? notFound()
}

export async function authorMetadata(at: At): Promise<Metadata> {
  const { locale, slug, number } = at
  const { id, author } = await authorAt(at)
  const t = translator(locale, 'site')
  const origin = environment().siteUrl
  const card = await documentCard({ kind: 'author', id, locale })
  const site = await siteView(locale)
  return pageMetadata({
    origin,
    site,
    locale,
    path: hrefFor({ page: 'author', locale, slug, number }),
    translations: number === 1 ? author.translations : {},
    title: author.name,
    description: t('author.description', { name: author.name, site: site.name.text }),
    ...(number > 1 ? { pageTitle: t('pagination.page', { page: number }) } : {}),
    ...(card && { card }),
  })
}

export async function AuthorPage(at: At) {
  const { locale, slug, number } = at
  const { id, author } = await authorAt(at)
  const [site, list, elsewhere] = await Promise.all([
    siteView(locale),
    articleList(locale, { page: number, where: { authors: { in: [id] } } }),
    number === 1 ? onlyElsewhere(locale, { author: id }) : [],
  ])
  if (number > 1 && list.articles.length === 0) notFound()
  return (
    <ReaderPage
      locale={locale}
      path={hrefFor({ page: 'author', locale, slug, number })}
      translations={author.translations}
    >
      <JsonLdScript json={jsonForScript(profilePage({ origin: environment().siteUrl, locale, author }))} />
      <Breadcrumbs
        site={site}
        locale={locale}
        steps={[
          { name: translator(locale, 'site')('authors.title'), href: hrefFor({ page: 'authors', locale }) },
          { name: author.name, href: author.href },
        ]}
      />
      <AuthorView
        locale={locale}
        timeZone={site.timeZone}
        author={author}
        list={list}
        elsewhere={elsewhere}
      />
    </ReaderPage>
  )
}
