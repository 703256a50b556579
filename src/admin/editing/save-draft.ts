'use client'

import { useConfig, useDocumentInfo, useForm, useLocale } from '@payloadcms/ui'
import { useCallback } from 'react'

/** Saves what the form shows as Payload's own autosave does: quietly, and without taking words from the editor. */
export function useSaveDraft(): () => Promise<boolean> {
  const { collectionSlug, id } = useDocumentInfo()
  const { config } = useConfig()
  const { code } = useLocale()
  const { submit } = useForm()
  const { api } = config.routes
  return useCallback(async () => {
    const asked = new URLSearchParams({
      autosave: 'true',
      depth: '0',
      draft: 'true',
      'fallback-locale': 'null',
      locale: code,
    })
    const done = await submit({
      acceptValues: { overrideLocalChanges: false },
      action: `${api}/${collectionSlug}/${id}?${asked}`,
      context: { getDocPermissions: false },
      disableFormWhileProcessing: false,
      disableSuccessStatus: true,
      method: 'PATCH',
      overrides: { _status: 'draft' },
      skipValidation: true,
    })
    return Boolean(done?.res.ok)
  }, [api, code, collectionSlug, id, submit])
}
