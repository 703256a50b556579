'use client'

import { Drawer, PopupList, useAuth, useDocumentInfo, useModal, useTranslation } from '@payloadcms/ui'
import { sentence } from '@/i18n/admin-words'
import { ProjectsPreviewView } from './projects-preview'

const drawer = 'projects-of-article'

/** An entry of an article's menu, for those who may write the directory. */
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

/** What the entry opens. It stands beside the menu, which is gone as soon as something in it was chosen. */
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

/** The server decides (`projectsEndpoints`); this hides what it would refuse. */
function useArticleOfEditor(): string | undefined {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const role: unknown = user?.role
  return id && (role === 'admin' || role === 'editor') ? String(id) : undefined
}
