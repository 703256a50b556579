import type { ArticleElsewhere } from '@/content/views'
import { formatDate } from '@/i18n/formats'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'

type Props = { articles: ArticleElsewhere[]; locale: Locale; timeZone: string }

/** Articles that exist only in another language, listed apart from the page's own and labelled as such. */
export function Elsewhere({ articles, locale, timeZone }: Props) {
  const [first] = articles
  if (!first) return null
  const other = first.locale
  const t = translator(locale, 'site')
  const language = t(`language.names.${other}`)
  return (
    <section className="elsewhere" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t('language.only', { language })}</h2>
      <ul>
        {articles.map(({ href, title, publishedAt }) => (
          <li key={href}>
            <a href={href} lang={other} hrefLang={other} data-locale={other}>
              {title}
            </a>
            <time dateTime={publishedAt}>
              {formatDate({ iso: publishedAt, locale, timeZone, style: 'short' })}
            </time>
          </li>
        ))}
      </ul>
      <p className="onward">
        <a href={hrefFor({ page: 'articles', locale: other })} hrefLang={other} data-locale={other}>
          {t('language.instead', { language })}
        </a>
      </p>
    </section>
  )
}
