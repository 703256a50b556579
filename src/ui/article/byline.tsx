import type { ArticleSummary } from '@/content/views'
import { formatDate, listPieces } from '@/i18n/formats'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'

type Props = {
  article: ArticleSummary
  locale: Locale
  timeZone: string
  /** Set in lists, which leave out the date of the last update. */
  brief?: boolean
}

/** One line with the authors, the dates and the reading time. */
export function Byline({ article, locale, timeZone, brief = false }: Props) {
  const t = translator(locale, 'site')
  const dated = (iso: string) => formatDate({ iso, locale, timeZone, style: brief ? 'short' : 'long' })
  const published = dated(article.publishedAt)
  const updated = article.updatedAt === undefined || brief ? published : dated(article.updatedAt)
  return (
    <p className="byline">
      {article.authors.length > 0 && (
        <span className="byline-authors">
          {listPieces(article.authors.length, locale).map((piece) => {
            if ('text' in piece) return piece.text
            const author = article.authors[piece.index]
            return (
              author && (
                <a key={author.href} href={author.href} rel="author">
                  {author.name}
                </a>
              )
            )
          })}
        </span>
      )}
      <time dateTime={article.publishedAt}>{published}</time>
      {updated !== published && <span>{t('article.updated', { date: updated })}</span>}
      <span>{t('article.minutes', { count: article.readingMinutes })}</span>
    </p>
  )
}
