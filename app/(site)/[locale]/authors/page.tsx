import { authorsInUse } from '@/content/authors'
import { cacheTags } from '@/publishing/cache-tags'
import { AuthorListView } from '@/ui/author-list-view'
import { listPage } from '../list-page'

const list = listPage({
  page: 'authors',
  tag: cacheTags.articles,
  view: async (locale) => <AuthorListView locale={locale} authors={await authorsInUse(locale)} />,
})

export const generateMetadata = list.generateMetadata

export default list.Page
