import { projectDirectory } from '@/content/projects'
import { cacheTags } from '@/publishing/cache-tags'
import { ProjectDirectoryView } from '@/ui/project-directory-view'
import { listPage } from '../list-page'

const list = listPage({
  page: 'projects',
  tag: cacheTags.projects,
  view: async (locale) => (
    <ProjectDirectoryView locale={locale} categories={await projectDirectory(locale)} />
  ),
})

export const generateMetadata = list.generateMetadata

export default list.Page
