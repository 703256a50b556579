import type { ArticleElsewhere } from '@/content/views'
import { formatDate } from '@/i18n/formats'
import { type Locale, otherLocales } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'

type Props = { articles: ArticleElsewhere[]; locale: Locale; timeZone: string }

/** Articles that are published in other languages alone: a section for each language, apart from the page's own articles. */
export const Elsewhere = ({ articles, locale, timeZone }: Props) =>
  otherLocales(locale).map((other) => (
    <OnlyIn
      key={other}
      other={other}
      articles={articles.filter((article) => article.locale === other)}
      locale={locale}
      timeZone={timeZone}
    />
  ))

function OnlyIn({ other, articles, locale, timeZone }: Props & { other: Locale }) {
  if (articles.length === 0) return null
  const t = translator(locale, 'site')
  const language = t(`language.names.${other}`)
  const heading = `elsewhere-${other}`
  return (
    <section className="elsewhere" aria-labelledby={heading}>
      <h2 id={heading}>{t('language.only', { language })}</h2>
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
