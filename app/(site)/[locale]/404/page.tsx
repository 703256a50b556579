import type { Metadata } from 'next'
import { everyLanguage } from '@/content/articles/translations'
import { carryTags } from '@/content/cached'
import { translator } from '@/i18n/translator'
import { cacheTags } from '@/publishing/purge/cache-tags'
import { hrefFor } from '@/site/hrefs'
import { NotFoundView } from '@/ui/notices/not-found-view'
import { type LocaleParams, localeOf } from '../params'
import { ReaderPage } from '../reader-page'

const homes = everyLanguage((locale) => hrefFor({ page: 'home', locale }))

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const t = translator(await localeOf(params), 'site')
  return { title: t('notFound.title'), robots: { index: false, follow: true } }
}

/**
 * The page that src/server/answers/not-found-answer.ts sends for missing pages. Its words show without JavaScript.
 */
export default async function Page({ params }: { params: LocaleParams }) {
  const locale = await localeOf(params)
  await carryTags(cacheTags.everything)
  return (
    <ReaderPage locale={locale} path="" translations={homes}>
      <NotFoundView locale={locale} />
    </ReaderPage>
  )
}
