'use client'

import {
  Button,
  useDocumentInfo,
  useFormBackgroundProcessing,
  useFormModified,
  useLocale,
  useTranslation,
} from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { sentence } from '@/i18n/admin-words'
import { useSaveDraft } from './save-draft'

/**
 * Opens the page of the draft as it stands in the form. Payload's own button opens the draft that was saved last,
 * which lacks the words typed since then.
 */
export function PreviewButton() {
  const { id, hasSavePermission } = useDocumentInfo()
  const { code } = useLocale()
  const { i18n } = useTranslation()
  const modified = useFormModified()
  const saving = useFormBackgroundProcessing()
  const saveDraft = useSaveDraft()
  const [opened, setOpened] = useState<Window | null>(null)
  const underWay = useRef(false)

  useEffect(() => {
    if (!opened || saving || underWay.current) return
    underWay.current = true
    const saved = modified && hasSavePermission ? saveDraft() : Promise.resolve(true)
    void saved.then((shown) => {
      underWay.current = false
      setOpened(null)
      if (shown) opened.location.href = `/${code}/preview/${id}`
      else opened.close()
    })
  }, [opened, saving, modified, hasSavePermission, saveDraft, code, id])

  if (!id) return null
  return (
    <Button
      buttonStyle="secondary"
      className="preview-draft"
      disabled={opened !== null}
      id="action-preview"
      // The window opens during the click, because browsers block windows that open later. The last keystrokes
      // reach the form a moment after they are typed.
      onClick={() => {
        const window = globalThis.open('', '_blank')
        requestIdleCallbackOrSoon(() => setOpened(window))
      }}
      size="medium"
      type="button"
    >
      {sentence(i18n.language, (w) => w.articles.preview)}
    </Button>
  )
}

/** Payload's rich text editor passes its value to the form in an idle moment, so this runs in a later one. */
function requestIdleCallbackOrSoon(work: () => void): void {
  if (typeof requestIdleCallback === 'function')
    requestIdleCallback(() => requestIdleCallback(work, { timeout: 500 }), { timeout: 600 })
  else setTimeout(work, 600)
}
