import { environment } from '@/env'
import type { Locale } from '@/i18n/locales'
import type { CardWords } from '@/og/card/card'
import { cardVersion } from '@/og/card/card-version'
import { cardAddress } from '@/og/http/card-address'
import type { DocumentKind } from '@/og/http/request'
import { cardKey } from '@/security/card-key'
import { absolute } from '@/site/absolute'
import { cardBrand } from './card-brand'
import { cardWords } from './card-words'

/** Where a card is, with its origin, and what to say of it to who does not see it. */
export type CardLink = { src: string; alt: string }

type DocumentRef = { kind: DocumentKind; id: string; locale: Locale }

/** A document's own card. Undefined where visitors see no such document. */
export async function documentCard(ref: DocumentRef): Promise<CardLink | undefined> {
  const words = await cardWords(ref)
  return words && documentCardOf(ref, words)
}

/** A document's own card, of words that are known already. Its address changes when the picture would. */
export async function documentCardOf(ref: DocumentRef, words: CardWords): Promise<CardLink> {
  const version = cardVersion(words, await cardBrand(ref.locale))
  return link(cardAddress({ ...ref, version }), words)
}

/** The card of a page that is no document's: its title under the site's name, which our signature vouches for. */
export async function pageCard({ title, locale }: { title: string; locale: Locale }): Promise<CardLink> {
  const words: CardWords = { kind: 'site', title, locale }
  const version = cardVersion(words, await cardBrand(locale))
  return link(cardAddress({ title, locale, version }, cardKey()), words)
}

const link = (address: string, { title }: CardWords): CardLink => ({
  src: absolute(environment().siteUrl, address),
  alt: title,
})
