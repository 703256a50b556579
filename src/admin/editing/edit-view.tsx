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
import type { PublishedCollection } from '@/publishing/publishables/publishable'
import { DocumentLanguages } from '../languages/document-languages'
import { BeginDraft } from './begin-draft'

/**
 * Payload's view of a document. For a new document, it creates the draft when something was typed. From then on the
 * same form belongs to the created document, and Payload's autosave saves it. (Payload itself either creates a row
 * whenever the view is opened, or none before a button is pressed.)
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

/** Passes the title on to the page's heading, which is outside this view and reads the outer provider. */
function TitleAbove({ setTitle }: { setTitle: (title: string) => void }) {
  const { title } = useDocumentTitle()
  useEffect(() => setTitle(title), [setTitle, title])
  return null
}

/** Puts the languages into the element below the heading (`DocumentHeading`), which is outside this view too. */
function LanguagesAbove() {
  const { collectionSlug } = useDocumentInfo()
  const place = document.getElementById('document-languages')
  return (
    place &&
    createPortal(
      <DocumentLanguages collection={collectionSlug as PublishedCollection} initial={undefined} />,
      place,
    )
  )
}
