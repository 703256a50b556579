import type { ArticleElsewhere } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'
import { NoticePage } from './notice-page'

type Props = {
  locale: Locale
  /** The article that has this address in another language. */
  elsewhere?: ArticleElsewhere
}

const onward = ['home', 'articles', 'tags', 'projects'] as const

export function NotFoundView({ locale, elsewhere }: Props) {
  const t = translator(locale, 'site')
  const languageOf = (other: Locale) => t(`language.names.${other}`)
  return (
    <NoticePage
      seed="not-found"
      kicker={t('notFound.code')}
      title={elsewhere ? t('language.missing', { language: languageOf(locale) }) : t('notFound.title')}
      text={
        elsewhere ? t('notFound.elsewhere', { language: languageOf(elsewhere.locale) }) : t('notFound.text')
      }
    >
      {elsewhere && (
        <p className="notice-article">
          <a
            href={elsewhere.href}
            lang={elsewhere.locale}
            hrefLang={elsewhere.locale}
            data-locale={elsewhere.locale}
          >
            {elsewhere.title}
          </a>
        </p>
      )}
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
