import type { Translations } from '@/content/views'
import { autonyms, type Locale, locales } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'

type Props = {
  locale: Locale
  /** The page's own address, which may be missing from its translations. */
  path: string
  translations: Translations
  /**
   * The language in which the page was written first. When given, each link says whether it leads to the original
   * or to a translation.
   */
  sourceLocale?: Locale
}

/**
 * Links to the same page in each language. For a language in which the page does not exist, the link leads to that
 * language's articles and says so.
 */
export function LanguageLinks({ locale, path, translations, sourceLocale }: Props) {
  const t = translator(locale, 'site')
  return (
    <ul className="languages" aria-label={t('language.label')}>
      {locales.map((other) => {
        const href = other === locale ? path : translations[other]
        const missing = href === undefined
        const state = other === sourceLocale ? t('language.original') : t('language.translation')
        const hint = t('language.missing', { language: t(`language.names.${other}`) })
        return (
          <li key={other} className={missing ? 'is-missing' : undefined}>
            <a
              href={href ?? hrefFor({ page: 'articles', locale: other })}
              hrefLang={other}
              data-locale={other}
              aria-current={other === locale ? 'true' : undefined}
              title={missing ? hint : autonyms[other]}
            >
              <span aria-hidden="true">{other.toUpperCase()}</span>
              <span className="visually-hidden" lang={other}>
                {autonyms[other]}
              </span>
              {missing && <span className="visually-hidden"> ({hint})</span>}
            </a>
            {sourceLocale !== undefined && <span className="languages-state">{missing ? hint : state}</span>}
          </li>
        )
      })}
    </ul>
  )
}
