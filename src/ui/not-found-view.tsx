import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'
import { NoticePage } from './notice-page'

const onward = ['home', 'articles', 'tags', 'projects'] as const

export function NotFoundView({ locale }: { locale: Locale }) {
  const t = translator(locale, 'site')
  return (
    <NoticePage
      seed="not-found"
      kicker={t('notFound.code')}
      title={t('notFound.title')}
      text={t('notFound.text')}
    >
      <ul className="inline-links">
        {onward.map((page) => (
          <li key={page}>
            <a href={hrefFor({ page, locale })}>{t(`nav.${page}`)}</a>
          </li>
        ))}
      </ul>
    </NoticePage>
  )
}
