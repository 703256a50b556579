'use client'

import {
  toast,
  useAllFormFields,
  useConfig,
  useDebounce,
  useDocumentInfo,
  useForm,
  useFormProcessing,
  useLocale,
  useTranslation,
} from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useSaveDraft } from './save-draft'
import { worthKeeping } from './worth-keeping'

/** As long as Payload's autosave waits. */
const pause = 800

/** What makes a document worth a row, by collection; the rest of a form fills itself or is chosen from lists. */
const telling: Record<string, readonly string[]> = {
  articles: ['title', 'description', 'body'],
  projects: ['name'],
}

/** Makes the document of a new form after the first words in it, once, and moves to its address in place. */
export function BeginDraft({ onBegun }: { onBegun: (id: string) => void }) {
  const {
    collectionSlug = '',
    getDocPermissions,
    id,
    setData,
    setMostRecentVersionIsAutosaved,
  } = useDocumentInfo()
  const { config } = useConfig()
  const { code } = useLocale()
  const { i18n, t } = useTranslation()
  const { getData, setBackgroundProcessing } = useForm()
  const submitting = useFormProcessing()
  const saveDraft = useSaveDraft()
  const [fields] = useAllFormFields()
  const settled = useDebounce(fields, pause)
  const sent = useRef<string>(undefined)

  const begin = useEffectEvent(async () => {
    const data = getData()
    if (id || sent.current || submitting || !worthKeeping(data, telling[collectionSlug] ?? [])) return
    sent.current = JSON.stringify(data)
    // Holds the buttons back, or they would make a second document.
    setBackgroundProcessing(true)
    const query = new URLSearchParams({
      autosave: 'true',
      depth: '0',
      draft: 'true',
      'fallback-locale': 'null',
      locale: code,
    })
    const answer = await fetch(`${config.routes.api}/${collectionSlug}?${query}`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': i18n.language },
      body: JSON.stringify({ ...data, _status: 'draft' }),
    }).catch(() => undefined)
    const said = (await answer?.json().catch(() => undefined)) as Answer | undefined
    setBackgroundProcessing(false)
    if (!answer?.ok || !said?.doc) {
      sent.current = undefined
      toast.error(said?.errors?.[0]?.message ?? t('error:unknown'))
      return
    }
    const { doc } = said
    const path = `${config.routes.admin}/collections/${collectionSlug}/${doc.id}`
    // Not through the router: it would draw the view anew, and take the cursor from whoever is typing.
    window.history.replaceState(null, '', `${path}?locale=${code}`)
    setData(doc)
    setMostRecentVersionIsAutosaved(true)
    onBegun(doc.id)
    void getDocPermissions(doc)
  })

  useEffect(() => {
    if (settled) void begin()
  }, [settled])

  // Payload's autosave begins with the document and looks at later changes only.
  const catchUp = useEffectEvent(() => {
    if (sent.current !== JSON.stringify(getData())) void saveDraft()
  })
  useEffect(() => {
    if (id) catchUp()
  }, [id])

  return null
}

type Answer = { doc?: { id: string } & Record<string, unknown>; errors?: { message: string }[] }
