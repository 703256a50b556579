import type { ArticleElsewhere } from '@/content/views'
import { formatDate } from '@/i18n/formats'
import { type Locale, otherLocales } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'

type Props = { articles: ArticleElsewhere[]; locale: Locale; timeZone: string }

/** Articles that are published in other languages alone: a section for each language, apart from the page's own. */
export const Elsewhere = ({ articles, locale, timeZone }: Props) =>
  otherLocales(locale)
    .map((other) => ({ other, articles: articles.filter((article) => article.locale === other) }))
    .filter((section) => section.articles.length > 0)
    .map((section, index) => (
      <OnlyIn
        key={section.other}
        {...section}
        heading={index === 0 ? 'elsewhere' : `elsewhere-${section.other}`}
        locale={locale}
        timeZone={timeZone}
      />
    ))

type SectionProps = Props & { other: Locale; heading: string }

function OnlyIn({ other, articles, heading, locale, timeZone }: SectionProps) {
  const t = translator(locale, 'site')
  const language = t(`language.names.${other}`)
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
