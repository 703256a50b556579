'use client'

import { useConfig, useDocumentInfo, useFormFields, useLocale } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Locale } from '@/i18n/locales'
import type { PreviewAnswer } from '@/og/http/preview-form'
import { cardForm, type PreviewKind } from './card-form'

/** Milliseconds to wait after the last keystroke before asking for a card. */
const pause = 350

export type CardState = { answer?: PreviewAnswer; drawing: boolean; trouble?: 'busy' | 'failed' }

/** Returns the card of the open form in a language, and draws it again whenever the words on it change. */
export function useCard(kind: PreviewKind, locale: Locale): CardState {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { code } = useLocale()
  const [state, setState] = useState<CardState>({ drawing: true })
  const form = useFormFields(([fields]) =>
    JSON.stringify({ ...cardForm(fields, { kind, locale, edited: locale === code }), id }),
  )
  const address = `${config.routes.api}/og/preview`

  useEffect(() => {
    const left = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const draw = async () => {
      const answer = await fetch(address, {
        method: 'POST',
        body: form,
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        signal: left.signal,
      })
      const wait = Number(answer.headers.get('retry-after'))
      if (wait > 0) {
        setState((before) => ({ ...before, drawing: true, trouble: 'busy' }))
        timer = setTimeout(attempt, wait * 1000)
      } else if (answer.ok) setState({ answer: (await answer.json()) as PreviewAnswer, drawing: false })
      else throw new Error(`Expected a card, got ${answer.status}: ${await answer.text()}`)
    }
    const attempt = () => {
      draw().catch((error: unknown) => {
        if (left.signal.aborted) return
        console.warn('A preview of the card failed:', error)
        setState((before) => ({ ...before, drawing: false, trouble: 'failed' }))
      })
    }
    setState((before) => ({ ...before, drawing: true }))
    timer = setTimeout(attempt, pause)
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [address, form])

  return state
}
