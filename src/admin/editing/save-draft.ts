'use client'

import { useConfig, useDocumentInfo, useForm, useLocale } from '@payloadcms/ui'
import { useCallback } from 'react'

/**
 * Returns a function that saves the form as Payload's autosave does: without notices, and without replacing words
 * that the editor has typed meanwhile.
 */
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
