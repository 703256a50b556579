import type { Locale } from '@/i18n/locales'
import { absolute } from '@/site/absolute'
import { cardAddress } from './card-address'

/** The card of a page that is no document's own: its title, on the site's card. */
export const cardOf = (origin: string, { title, locale }: { title: string; locale: Locale }) => ({
  src: absolute(origin, cardAddress({ title, locale })),
  alt: title,
})
