import { locale as localeParam } from 'next/root-params'
import { everyLanguage } from '@/content/articles/translations'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'
import { NotFoundView } from '@/ui/notices/not-found-view'
import { localeToAnswerIn } from './params'
import { ReaderPage } from './reader-page'

export default async function NotFound() {
  const locale = await localeToAnswerIn(Promise.resolve({ locale: (await localeParam()) ?? '' }))
  return (
    <ReaderPage
      locale={locale}
      path=""
      translations={everyLanguage((other) => hrefFor({ page: 'home', locale: other }))}
    >
      <title>{translator(locale, 'site')('notFound.title')}</title>
      <NotFoundView locale={locale} />
    </ReaderPage>
  )
}
