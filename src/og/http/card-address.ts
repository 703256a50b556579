import type { Locale } from '@/i18n/locales'
import type { DocumentKind } from './request.ts'
import { signatureOf } from './signature.ts'

/** The card that an address names: a document's own card, or the card of any title. */
export type CardRef = { locale: Locale; version?: string } & (
  | { kind: DocumentKind; id: string }
  | { title: string }
)

/**
 * Returns the path of a card, without origin. With the version of its picture, it may be cached for a year. With
 * the key, it is signed, so the card shows its title under the site's own name.
 */
export function cardAddress(ref: CardRef, key?: string): string {
  const search = new URLSearchParams(
    'title' in ref
      ? { title: ref.title, locale: ref.locale }
      : { kind: ref.kind, id: ref.id, locale: ref.locale },
  )
  if (ref.version) search.set('v', ref.version)
  if (key) search.set('sig', signatureOf(search, key))
  return `/api/og?${search}`
}
