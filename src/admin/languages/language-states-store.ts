'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { LanguageStates } from '@/publishing/language-states'

const known = new Map<string, LanguageStates>()
const listeners = new Set<() => void>()

function remember(key: string, states: LanguageStates): void {
  known.set(key, states)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Returns the known states of the open document's languages. `useFreshLanguageStates` keeps them up to date. */
export function useLanguageStates(): LanguageStates | undefined {
  const { collectionSlug, id } = useDocumentInfo()
  const key = `${collectionSlug}/${id}`
  return useSyncExternalStore(
    subscribe,
    () => known.get(key),
    () => undefined,
  )
}

/** Returns the same states, and reads them again whenever the open document is saved, published or unpublished. */
export function useFreshLanguageStates(initial: LanguageStates | undefined): LanguageStates | undefined {
  const { collectionSlug, data, hasPublishedDoc, id, unpublishedVersionCount, versionCount } =
    useDocumentInfo()
  const { config } = useConfig()
  const api = config.routes.api
  const key = `${collectionSlug}/${id}`

  useEffect(() => {
    if (initial) remember(key, initial)
  }, [key, initial])

  const read = useCallback(
    async (signal: AbortSignal) => {
      const answer = await fetch(`${api}/${key}/languages`, { credentials: 'include', signal })
      if (answer.ok) remember(key, (await answer.json()) as LanguageStates)
    },
    [api, key],
  )

  // Payload has no event for a save, so these values of its form stand for one.
  const saves = [data?.updatedAt, hasPublishedDoc, unpublishedVersionCount, versionCount].join()
  useEffect(() => {
    if (!id || !saves) return
    const left = new AbortController()
    // Without a response, or when the view closes before it arrives, the known states stay.
    read(left.signal).catch(() => undefined)
    return () => left.abort()
  }, [id, saves, read])

  return useLanguageStates() ?? initial
}
