import { projectDirectory } from '@/content/projects/projects'
import { ProjectDirectoryView } from '@/ui/project/project-directory-view'
import { ListPage, listMetadata } from '../list-page'
import { type LocaleParams, localeOf } from '../params'

type Args = { params: LocaleParams }

export const generateMetadata = async ({ params }: Args) =>
  listMetadata({ page: 'projects', locale: await localeOf(params) })

export default async function Page({ params }: Args) {
  const locale = await localeOf(params)
  return (
    <ListPage page="projects" locale={locale}>
      <ProjectDirectoryView locale={locale} categories={await projectDirectory(locale)} />
    </ListPage>
  )
}
