import type { Metadata } from 'next'
import { z } from 'zod'
import { everyLanguage } from '@/content/articles/translations'
import { pageCard } from '@/content/cards/card-addresses'
import { searchView } from '@/content/search/search'
import { siteView } from '@/content/site/site-view'
import { environment } from '@/env'
import { translator } from '@/i18n/translator'
import { pageMetadata } from '@/seo/page-metadata'
import { type Asked, hrefFor } from '@/site/hrefs'
import { SearchView } from '@/ui/search/search-view'
import { localeOf } from '../params'
import { ReaderPage } from '../reader-page'

type Args = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'

/** Text from the address. Postgres cannot store NUL, and a question longer than 200 characters is cut. */
const text = z
  .string()
  .transform((value) => value.replaceAll('\u0000', ' ').slice(0, 200))
  .catch('')
const slug = text.transform((value) => value || undefined)
const number = (least: number, most: number) =>
  z.coerce.number().int().min(least).max(most).optional().catch(undefined)

const askedFrom = z
  .object({
    q: text,
    tag: slug,
    author: slug,
    project: slug,
    year: number(1000, 9999),
    page: number(1, 50),
  })
  .transform(({ q, page, ...filters }): Asked => ({ question: q, ...filters, number: page }))

export async function generateMetadata({ params, searchParams }: Args): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = translator(locale, 'site')
  const site = await siteView(locale)
  const { question } = askedFrom.parse(await searchParams)
  return pageMetadata({
    origin: environment().siteUrl,
    site,
    locale,
    path: hrefFor({ page: 'search', locale }),
    translations: everyLanguage((other) => hrefFor({ page: 'search', locale: other })),
    title: question ? t('search.titleFor', { question }) : t('search.title'),
    description: t('search.description', { site: site.name.text }),
    card: await pageCard({ title: t('search.title'), locale }),
    hidden: true,
  })
}

export default async function Page({ params, searchParams }: Args) {
  const locale = await localeOf(params)
  const asked = askedFrom.parse(await searchParams)
  const [{ timeZone }, view] = await Promise.all([siteView(locale), searchView(locale, asked)])
  return (
    <ReaderPage
      locale={locale}
      path={hrefFor({ page: 'search', locale })}
      translations={everyLanguage((other) =>
        hrefFor({
          page: 'search',
          locale: other,
          ...(asked.question ? { asked: { question: asked.question } } : {}),
        }),
      )}
    >
      <SearchView locale={locale} timeZone={timeZone} view={view} asked={asked} />
    </ReaderPage>
  )
}
