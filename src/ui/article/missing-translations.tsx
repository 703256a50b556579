import type { Translations } from '@/content/views'
import { type Locale, otherLocales } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'

type Props = { locale: Locale; translations: Translations }

/**
 * Lines below the header that name each language in which the page does not exist, with a link to that language's
 * articles.
 */
export function MissingTranslations({ locale, translations }: Props) {
  const t = translator(locale, 'site')
  return otherLocales(locale)
    .filter((other) => translations[other] === undefined)
    .map((other) => {
      const language = t(`language.names.${other}`)
      return (
        <p key={other} className="missing-translation">
          {t('language.missing', { language })}
          {' · '}
          <a href={hrefFor({ page: 'articles', locale: other })} hrefLang={other} data-locale={other}>
            {t('language.instead', { language })}
          </a>
        </p>
      )
    })
}
