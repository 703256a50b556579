import type { TagDetails } from '@/content/views'
import { formatNumber } from '@/i18n/formats'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { PageTitle } from '../frame/page-title'
import { EmptyView } from '../notices/empty-view'
import { TagCloud } from './tag-cloud'

type Props = { locale: Locale; tags: TagDetails[] }

export function TagListView({ locale, tags }: Props) {
  const t = translator(locale, 'site')
  return (
    <div className="page">
      <PageTitle title={t('tags.title')} count={formatNumber(tags.length, locale)} />
      {tags.length === 0 ? <EmptyView text={t('empty.tags')} /> : <TagCloud tags={tags} locale={locale} />}
    </div>
  )
}
