import { tagsInUse } from '@/content/terms/tags'
import { TagListView } from '@/ui/terms/tag-list-view'
import { ListPage, listMetadata } from '../list-page'
import { type LocaleParams, localeOf } from '../params'

type Args = { params: LocaleParams }

export const generateMetadata = async ({ params }: Args) =>
  listMetadata({ page: 'tags', locale: await localeOf(params) })

export default async function Page({ params }: Args) {
  const locale = await localeOf(params)
  return (
    <ListPage page="tags" locale={locale}>
      <TagListView locale={locale} tags={await tagsInUse(locale)} />
    </ListPage>
  )
}
