import type { ArticleElsewhere, ArticleList, TagDetails } from '@/content/views'
import { formatNumber } from '@/i18n/formats'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'
import { Elsewhere } from '../article/elsewhere'
import { PageTitle } from '../frame/page-title'
import { Pagination } from '../lists/pagination'
import { TeaserList } from '../lists/teaser-list'
import { EmptyView } from '../notices/empty-view'
import { termLang } from './term-text'

type Props = {
  locale: Locale
  timeZone: string
  tag: TagDetails
  list: ArticleList
  elsewhere: ArticleElsewhere[]
}

export function TagView({ locale, timeZone, tag, list, elsewhere }: Props) {
  const t = translator(locale, 'site')
  return (
    <div className="page">
      <PageTitle
        kicker={<a href={hrefFor({ page: 'tags', locale })}>{t('tags.kicker')}</a>}
        title={tag.name.text}
        titleLang={termLang(tag.name, locale)}
        count={formatNumber(list.total, locale)}
      >
        {tag.description && <p lang={termLang(tag.description, locale)}>{tag.description.text}</p>}
      </PageTitle>
      {list.articles.length === 0 ? (
        <EmptyView text={t('empty.tagArticles')} />
      ) : (
        <TeaserList articles={list.articles} locale={locale} timeZone={timeZone} />
      )}
      <Elsewhere articles={elsewhere} locale={locale} timeZone={timeZone} />
      <Pagination
        locale={locale}
        list={list}
        hrefForPage={(number) => hrefFor({ page: 'tag', locale, slug: tag.slug, number })}
      />
    </div>
  )
}
