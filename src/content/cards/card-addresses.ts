import { environment } from '@/env'
import type { Locale } from '@/i18n/locales'
import type { CardWords } from '@/og/card/card'
import { cardVersion } from '@/og/card/card-version'
import { cardAddress } from '@/og/http/card-address'
import type { DocumentRef } from '@/og/store/cards'
import { cardSigningKey } from '@/security/secrets/card-signing-key'
import { absolute } from '@/site/absolute'
import { cardBrand } from './card-brand'
import { cardWords } from './card-words'

/** The address of a card, with its origin, and the alternative text of its picture. */
export type CardLink = { src: string; alt: string }

/** Returns a document's own card, or undefined when visitors cannot see the document. */
export async function documentCard(ref: Required<DocumentRef>): Promise<CardLink | undefined> {
  const words = await cardWords(ref)
  return words && documentCardOf(ref, words)
}

/**
 * Returns a document's own card from words that are already known. Its address changes when the picture changes.
 */
export async function documentCardOf(ref: Required<DocumentRef>, words: CardWords): Promise<CardLink> {
  const version = cardVersion(words, await cardBrand(ref.locale))
  return link(cardAddress({ ...ref, version }), words)
}

/**
 * Returns the card of a page that shows no document. It shows the page's title under the site's name, so its
 * address is signed.
 */
export async function pageCard({ title, locale }: { title: string; locale: Locale }): Promise<CardLink> {
  const words: CardWords = { kind: 'site', title, locale }
  const version = cardVersion(words, await cardBrand(locale))
  return link(cardAddress({ title, locale, version }, cardSigningKey()), words)
}

const link = (address: string, { title }: CardWords): CardLink => ({
  src: absolute(environment().siteUrl, address),
  alt: title,
})
