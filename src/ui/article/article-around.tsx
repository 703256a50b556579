import type { AroundArticle } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { TermText } from '../terms/term-text'
import { Byline } from './byline'

type Props = { around: AroundArticle; locale: Locale; timeZone: string }

/** The links at the end of an article: related articles, and the articles published before and after it. */
export function ArticleAround({ around: { related, older, newer }, locale, timeZone }: Props) {
  const t = translator(locale, 'site')
  return (
    <>
      {related.length > 0 && (
        <section className="related" aria-labelledby="article-related">
          <h2 id="article-related">{t('article.related')}</h2>
          <ul>
            {related.map((article) => {
              const [topic] = article.tags
              return (
                <li key={article.id}>
                  {topic && (
                    <p className="kicker">
                      <a href={topic.href}>
                        <TermText term={topic.label} locale={locale} />
                      </a>
                    </p>
                  )}
                  <h3>
                    <a href={article.href}>{article.title}</a>
                  </h3>
                  <Byline article={article} locale={locale} timeZone={timeZone} brief />
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {(older ?? newer) && (
        <nav className="neighbours" aria-label={t('article.neighbours')}>
          {older && (
            <a className="neighbour-older" href={older.href} rel="prev">
              <span>{t('article.older')}</span> {older.title}
            </a>
          )}
          {newer && (
            <a className="neighbour-newer" href={newer.href} rel="next">
              <span>{t('article.newer')}</span> {newer.title}
            </a>
          )}
        </nav>
      )}
    </>
  )
}
