import type { ArticleElsewhere, ArticleList } from '@/content/views'
import { formatNumber } from '@/i18n/formats'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'
import { Elsewhere } from '../article/elsewhere'
import { PageTitle } from '../frame/page-title'
import { EmptyView } from '../notices/empty-view'
import { Pagination } from './pagination'
import { TeaserList } from './teaser-list'

type Props = { locale: Locale; timeZone: string; list: ArticleList; elsewhere: ArticleElsewhere[] }

export function ArticleListView({ locale, timeZone, list, elsewhere }: Props) {
  const t = translator(locale, 'site')
  return (
    <div className="page">
      <PageTitle title={t('articles.title')} count={formatNumber(list.total, locale)} />
      {list.articles.length === 0 ? (
        <EmptyView text={t('empty.articles')} hint={t('empty.articlesHint')} />
      ) : (
        <TeaserList articles={list.articles} locale={locale} timeZone={timeZone} lead={list.page === 1} />
      )}
      <Elsewhere articles={elsewhere} locale={locale} timeZone={timeZone} />
      <Pagination
        locale={locale}
        list={list}
        hrefForPage={(number) => hrefFor({ page: 'articles', locale, number })}
      />
    </div>
  )
}
