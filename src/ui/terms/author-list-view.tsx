import type { AuthorSummary } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { PageTitle } from '../frame/page-title'
import { EmptyView } from '../notices/empty-view'
import { AuthorPortrait } from './author-card'
import { termLang } from './term-text'

type Props = { locale: Locale; authors: (AuthorSummary & { count: number })[] }

export function AuthorListView({ locale, authors }: Props) {
  const t = translator(locale, 'site')
  return (
    <div className="page">
      <PageTitle title={t('authors.title')} />
      {authors.length === 0 && <EmptyView text={t('empty.authors')} />}
      <ul className="author-list">
        {authors.map((author) => (
          <li key={author.href}>
            <AuthorPortrait author={author} />
            <div>
              <h2 className="author-name">
                <a href={author.href}>{author.name}</a>
              </h2>
              {author.title && (
                <p className="author-title" lang={termLang(author.title, locale)}>
                  {author.title.text}
                </p>
              )}
              <p className="author-count">{t('articles.count', { count: author.count })}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
