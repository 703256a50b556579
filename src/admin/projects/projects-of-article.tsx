'use client'

import { Drawer, PopupList, useAuth, useDocumentInfo, useModal, useTranslation } from '@payloadcms/ui'
import { sentence } from '@/i18n/admin-words'
import { ProjectsPreviewView } from './projects-preview'

const drawer = 'projects-of-article'

/** An entry of an article's menu, for users who may edit the directory. */
export function ProjectsMenuItem() {
  const { openModal } = useModal()
  const { i18n } = useTranslation()
  const id = useArticleOfEditor()
  if (!id) return null
  return (
    <PopupList.ButtonGroup>
      <PopupList.Button id="action-take-projects" onClick={() => openModal(drawer)}>
        {sentence(i18n.language, (w) => w.taking.open)}
      </PopupList.Button>
    </PopupList.ButtonGroup>
  )
}

/**
 * The drawer that the entry opens. It stands beside the menu, because the menu disappears as soon as an entry is
 * chosen.
 */
export function ProjectsDrawer() {
  const { i18n } = useTranslation()
  const id = useArticleOfEditor()
  if (!id) return null
  return (
    <Drawer slug={drawer} title={sentence(i18n.language, (w) => w.taking.title)}>
      <ProjectsPreviewView article={id} drawer={drawer} />
    </Drawer>
  )
}

/**
 * Returns the article's id if the user may take its projects. The server decides (`projectsEndpoints`); this only
 * hides the entry from users whom the server would refuse.
 */
function useArticleOfEditor(): string | undefined {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const role: unknown = user?.role
  return id && (role === 'admin' || role === 'editor') ? String(id) : undefined
}
