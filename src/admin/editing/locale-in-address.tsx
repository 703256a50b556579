'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect } from 'react'

/**
 * Keeps the language that a document's view was drawn in in its address. Payload otherwise remembers the one asked for
 * last, in whichever tab, so that a reload or the button that restores a version could mean another language.
 * Stands where Payload draws a document's description, since that is in each of its views.
 */
export function LocaleInAddress() {
  const { apiURL } = useDocumentInfo()
  // The language of the server's answer. `useLocale` may still be that of the view before.
  const drawnIn = apiURL ? new URLSearchParams(apiURL.split('?')[1]).get('locale') : null
  useEffect(() => {
    const url = new URL(window.location.href)
    if (!drawnIn || url.searchParams.has('locale')) return
    url.searchParams.set('locale', drawnIn)
    window.history.replaceState(null, '', url)
  }, [drawnIn])
  return null
}
