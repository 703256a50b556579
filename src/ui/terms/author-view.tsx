import type { ArticleElsewhere, ArticleList, AuthorDetails } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'
import { Elsewhere } from '../article/elsewhere'
import { Pagination } from '../lists/pagination'
import { TeaserList } from '../lists/teaser-list'
import { EmptyView } from '../notices/empty-view'
import { AuthorPortrait } from './author-card'
import { termLang } from './term-text'

type Props = {
  locale: Locale
  timeZone: string
  author: AuthorDetails
  list: ArticleList
  elsewhere: ArticleElsewhere[]
}

export function AuthorView({ locale, timeZone, author, list, elsewhere }: Props) {
  const t = translator(locale, 'site')
  return (
    <div className="page">
      <header className="author-head">
        <AuthorPortrait author={author} />
        <div>
          <p className="kicker">
            <a href={hrefFor({ page: 'authors', locale })}>{t('authors.kicker')}</a>
          </p>
          <h1>{author.name}</h1>
          {author.title && (
            <p className="author-title" lang={termLang(author.title, locale)}>
              {author.title.text}
            </p>
          )}
          {author.biography && (
            <div className="author-biography" lang={termLang(author.biography, locale)}>
              {paragraphs(author.biography.text).map((text) => (
                <p key={text}>{text}</p>
              ))}
            </div>
          )}
          {author.links.length > 0 && (
            <ul className="inline-links" aria-label={t('author.links', { name: author.name })}>
              {author.links.map(({ href, label }) => (
                <li key={href}>
                  <a href={href} rel="me noopener">
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
      </header>
      <section aria-labelledby="author-articles">
        <h2 id="author-articles" className="section-title">
          {t('author.articles')} <span>{list.total}</span>
        </h2>
        {list.articles.length === 0 ? (
          <EmptyView text={t('empty.authorArticles', { name: author.name })} />
        ) : (
          <TeaserList articles={list.articles} locale={locale} timeZone={timeZone} heading="h3" />
        )}
      </section>
      <Elsewhere articles={elsewhere} locale={locale} timeZone={timeZone} />
      <Pagination
        locale={locale}
        list={list}
        hrefForPage={(number) => hrefFor({ page: 'author', locale, slug: author.slug, number })}
      />
    </div>
  )
}

const paragraphs = (text: string) => text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
