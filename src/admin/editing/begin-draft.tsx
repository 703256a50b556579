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

/** The same delay as Payload's autosave, in milliseconds. */
const pause = 800

/**
 * By collection: the fields that make a document worth saving. Other fields are filled automatically or chosen from
 * lists.
 */
const telling: Record<string, readonly string[]> = {
  articles: ['title', 'description', 'body'],
  projects: ['name'],
}

/**
 * Creates the document of a new form once, after the first words in it, and replaces the address by that of the
 * document.
 */
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
    // Disables the buttons meanwhile, because they would create a second document.
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
    // The router would render the view again and take the cursor away from the editor who is typing.
    window.history.replaceState(null, '', `${path}?locale=${code}`)
    setData(doc)
    setMostRecentVersionIsAutosaved(true)
    onBegun(doc.id)
    void getDocPermissions(doc)
  })

  useEffect(() => {
    if (settled) void begin()
  }, [settled])

  // Payload's autosave starts with the new document and sees only later changes, so this saves the words that were
  // typed while the document was created.
  const catchUp = useEffectEvent(() => {
    if (sent.current !== JSON.stringify(getData())) void saveDraft()
  })
  useEffect(() => {
    if (id) catchUp()
  }, [id])

  return null
}

type Answer = { doc?: { id: string } & Record<string, unknown>; errors?: { message: string }[] }
