import type { Metadata } from 'next'
import { articleByForeignSlug } from '@/content/articles/elsewhere'
import { everyLanguage } from '@/content/articles/translations'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'
import { NotFoundView } from '@/ui/notices/not-found-view'
import { decodedSegment, localeOf } from '../../params'
import { ReaderPage } from '../../reader-page'

type Args = { params: Promise<{ locale: string; slug: string }> }

// Visitors can ask for any number of missing addresses, so these pages are not cached.
export const dynamic = 'force-dynamic'

const homes = everyLanguage((locale) => hrefFor({ page: 'home', locale }))

export async function generateMetadata({ params }: Args): Promise<Metadata> {
  const t = translator(await localeOf(params), 'site')
  return { title: t('notFound.title'), robots: { index: false, follow: true } }
}

/** The response at an article's address that does not exist in this language, but may exist in another one. */
export default async function Page({ params }: Args) {
  const locale = await localeOf(params)
  const found = await articleByForeignSlug(locale, decodedSegment((await params).slug))
  return (
    <ReaderPage locale={locale} path="" translations={homes}>
      <NotFoundView locale={locale} elsewhere={found && 'elsewhere' in found ? found.elsewhere : undefined} />
    </ReaderPage>
  )
}
