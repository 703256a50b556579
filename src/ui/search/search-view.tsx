import type { NamedPage, SearchHit, SearchResults } from '@/content/views'
import { formatList } from '@/i18n/formats'
import { type Locale, otherLocales } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { fleeting } from '@/site/fleeting'
import { type Asked, hrefFor } from '@/site/hrefs'
import { Byline } from '../article/byline'
import { PageTitle } from '../frame/page-title'
import { EmptyView } from '../notices/empty-view'
import { TermText } from '../terms/term-text'
import { MarkedWords } from './marked-words'
import { SearchForm } from './search-form'
import { SearchScript } from './search-script'

type Props = { locale: Locale; timeZone: string; view: SearchResults; asked: Asked }

export function SearchView({ locale, timeZone, view, asked }: Props) {
  const t = translator(locale, 'site')
  const { page, pages, total } = view
  const turn = (number: number) => hrefFor({ page: 'search', locale, asked: { ...asked, number } })
  return (
    <div className="page search-page">
      <PageTitle title={t('search.title')} />
      <SearchForm locale={locale} view={view} />
      <section className="search-results" aria-label={t('search.results')} data-search-results="">
        <NamedPages locale={locale} pages={view.named} />
        {view.state === 'found' ? (
          <>
            <p className="search-count" role="status">
              {t('search.count', { count: total })}
            </p>
            {view.corrected.length > 0 && (
              <p className="search-corrected">
                {t('search.corrected', { words: formatList(view.corrected, locale) })}
              </p>
            )}
            <ol className="search-hits" start={(page - 1) * 10 + 1}>
              {view.hits.map((hit) => (
                <li key={hit.article.id}>
                  <Hit hit={hit} locale={locale} timeZone={timeZone} />
                </li>
              ))}
            </ol>
            {pages > 1 && (
              <nav className="pagination" aria-label={t('search.pages')}>
                {page > 1 && (
                  <a className="pagination-newer" href={turn(page - 1)} rel="prev">
                    {t('search.previous')}
                  </a>
                )}
                <p className="pagination-position">{t('pagination.position', { page, pages })}</p>
                {page < pages && (
                  <a className="pagination-older" href={turn(page + 1)} rel="next">
                    {t('search.next')}
                  </a>
                )}
              </nav>
            )}
          </>
        ) : (
          <NoAnswer locale={locale} view={view} />
        )}
      </section>
      <SearchScript />
    </div>
  )
}

function NamedPages({ locale, pages }: { locale: Locale; pages: NamedPage[] }) {
  if (pages.length === 0) return null
  const t = translator(locale, 'site')
  return (
    <nav className="search-named" aria-label={t('search.named')}>
      <ul>
        {pages.map(({ kind, label, href }) => (
          <li key={href}>
            <a href={href}>
              <small>{t(`search.filters.${kind}`)}</small> <TermText term={label} locale={locale} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Hit({
  hit: { article, title, passage },
  locale,
  timeZone,
}: Pick<Props, 'locale' | 'timeZone'> & { hit: SearchHit }) {
  return (
    <article className="search-hit">
      <h2>
        <a href={article.href}>
          <MarkedWords pieces={title} />
        </a>
      </h2>
      {passage.length > 0 && (
        <p className="search-passage">
          <MarkedWords pieces={passage} />
        </p>
      )}
      <Byline article={article} locale={locale} timeZone={timeZone} brief />
    </article>
  )
}

function NoAnswer({ locale, view }: Pick<Props, 'locale' | 'view'>) {
  const t = translator(locale, 'site')
  const { question, state, filters } = view
  if (state === 'nothingAsked')
    return <EmptyView text={t('search.nothingAsked')} hint={t('search.nothingAskedHint')} />
  if (state === 'onlyCommonWords')
    return <EmptyView text={t('search.onlyCommonWords')} hint={t('search.onlyCommonWordsHint')} />
  if (state === 'tooSlow')
    return (
      <div {...{ [fleeting]: '' }}>
        <EmptyView text={t('search.tooSlow')} hint={t('search.tooSlowHint')} />
      </div>
    )
  const narrowed = filters.some(({ chosen }) => chosen !== undefined)
  return (
    <>
      <EmptyView
        text={t(narrowed ? 'search.noneFiltered' : 'search.none', { question })}
        hint={t('search.noneHint')}
      />
      <ul className="search-elsewhere">
        {narrowed && (
          <li>
            <a href={hrefFor({ page: 'search', locale, asked: { question } })}>{t('search.clear')}</a>
          </li>
        )}
        {otherLocales(locale).map((other) => (
          <li key={other}>
            <a href={hrefFor({ page: 'search', locale: other, asked: { question } })}>
              {t('search.elsewhere', { language: t(`language.names.${other}`) })}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
