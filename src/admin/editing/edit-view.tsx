'use client'

import {
  DefaultEditView,
  DocumentInfoProvider,
  useDocumentInfo,
  useDocumentTitle,
  useEditDepth,
} from '@payloadcms/ui'
import type { DocumentViewClientProps } from 'payload'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { PublishedCollection } from '@/publishing/write/published-state'
import { LanguageLinks } from '../languages/language-links'
import { BeginDraft } from './begin-draft'

/**
 * Payload's view of a document, that for a new one begins the draft when something was typed: from then on the same
 * form belongs to the document that was made, and is saved by Payload's autosave. (Payload offers a row for each time
 * that the view is opened, or none before a button is pressed.)
 */
export function EditView(props: DocumentViewClientProps) {
  const { hasSavePermission, id } = useDocumentInfo()
  const inDrawer = useEditDepth() > 1
  return id || inDrawer || !hasSavePermission ? (
    <DefaultEditView {...props} />
  ) : (
    <NewDocumentView {...props} />
  )
}

function NewDocumentView(props: DocumentViewClientProps) {
  const outer = useDocumentInfo()
  const { setDocumentTitle } = useDocumentTitle()
  const [id, setId] = useState<string>()
  return (
    <DocumentInfoProvider {...outer} id={id} isEditing={id !== undefined}>
      <TitleAbove setTitle={setDocumentTitle} />
      {id && <LanguagesAbove />}
      <DefaultEditView
        {...props}
        BeforeDocumentControls={
          <>
            <BeginDraft onBegun={setId} />
            {props.BeforeDocumentControls}
          </>
        }
      />
    </DocumentInfoProvider>
  )
}

/** The page's heading stands above this view, and listens to the provider there. */
function TitleAbove({ setTitle }: { setTitle: (title: string) => void }) {
  const { title } = useDocumentTitle()
  useEffect(() => setTitle(title), [setTitle, title])
  return null
}

/** The same for what stands below the heading (`DocumentHeading`). */
function LanguagesAbove() {
  const { collectionSlug } = useDocumentInfo()
  const place = document.getElementById('document-languages')
  return (
    place &&
    createPortal(
      <LanguageLinks collection={collectionSlug as PublishedCollection} initial={undefined} />,
      place,
    )
  )
}
