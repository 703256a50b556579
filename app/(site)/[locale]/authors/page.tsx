import { authorsInUse } from '@/content/terms/authors'
import { AuthorListView } from '@/ui/terms/author-list-view'
import { ListPage, listMetadata } from '../list-page'
import { type LocaleParams, localeOf } from '../params'

type Args = { params: LocaleParams }

export const generateMetadata = async ({ params }: Args) =>
  listMetadata({ page: 'authors', locale: await localeOf(params) })

export default async function Page({ params }: Args) {
  const locale = await localeOf(params)
  return (
    <ListPage page="authors" locale={locale}>
      <AuthorListView locale={locale} authors={await authorsInUse(locale)} />
    </ListPage>
  )
}
