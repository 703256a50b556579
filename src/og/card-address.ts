import type { Locale } from '@/i18n/locales'
import type { DocumentKind } from './request.ts'

/** What an address can name: a document's own card, or any title. */
export type CardRef = { locale: Locale; version?: string } & (
  | { kind: DocumentKind; id: string }
  | { title: string }
)

/** The path of a card, without origin. With the version of its picture it may be cached for a year. */
export function cardAddress(ref: CardRef): string {
  const search = new URLSearchParams(
    'title' in ref
      ? { title: ref.title, locale: ref.locale }
      : { kind: ref.kind, id: ref.id, locale: ref.locale },
  )
  if (ref.version) search.set('v', ref.version)
  return `/api/og?${search}`
}
