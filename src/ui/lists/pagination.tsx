import type { ArticleList } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'

type Props = {
  locale: Locale
  list: Pick<ArticleList, 'page' | 'pages'>
  hrefForPage: (page: number) => string
}

/** Links to the newer and the older page, and to nearby pages by number. */
export function Pagination({ locale, list: { page, pages }, hrefForPage }: Props) {
  if (pages <= 1) return null
  const t = translator(locale, 'site')
  return (
    <nav className="pagination" aria-label={t('pagination.label')}>
      {page > 1 && (
        <a className="pagination-newer" href={hrefForPage(page - 1)} rel="prev">
          {t('pagination.newer')}
        </a>
      )}
      <p className="pagination-position">{t('pagination.position', { page, pages })}</p>
      <ol className="pagination-pages">
        {nearbyPages(page, pages).map((number) => (
          <li key={number}>
            <a
              href={hrefForPage(number)}
              aria-label={t('pagination.page', { page: number })}
              aria-current={number === page ? 'page' : undefined}
            >
              {number}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className="pagination-older" href={hrefForPage(page + 1)} rel="next">
          {t('pagination.older')}
        </a>
      )}
    </nav>
  )
}

/** Returns the first page, the last page, and two pages on either side of the current one. */
export function nearbyPages(page: number, pages: number): number[] {
  return Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 2,
  )
}
