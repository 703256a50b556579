'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect } from 'react'

/**
 * Writes the language of a document's view into its address. Payload otherwise remembers the language that was
 * requested last in any tab, so a reload or the button that restores a version could use another language. The
 * component stands in the place of a document's description, because Payload shows that in each of its views.
 */
export function LocaleInAddress() {
  const { apiURL } = useDocumentInfo()
  // `apiURL` has the language of the server's response. `useLocale` may still return that of the previous view.
  const drawnIn = apiURL ? new URLSearchParams(apiURL.split('?')[1]).get('locale') : null
  useEffect(() => {
    const url = new URL(window.location.href)
    if (!drawnIn || url.searchParams.has('locale')) return
    url.searchParams.set('locale', drawnIn)
    window.history.replaceState(null, '', url)
  }, [drawnIn])
  return null
}
