import { tagsInUse } from '@/content/tags'
import { cacheTags } from '@/publishing/cache-tags'
import { TagListView } from '@/ui/tag-list-view'
import { listPage } from '../list-page'

const list = listPage({
  page: 'tags',
  tag: cacheTags.articles,
  view: async (locale) => <TagListView locale={locale} tags={await tagsInUse(locale)} />,
})

export const generateMetadata = list.generateMetadata

export default list.Page
