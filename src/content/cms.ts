import config from '@payload-config'
import { getPayload } from 'payload'
import type { Locale } from '@/i18n/locales'

/** The one Payload of this server. */
export const cms = () => getPayload({ config })

/** What every read of a language states: as a visitor, without falling back to another language. */
export const asVisitor = (locale: Locale) =>
  ({ locale, fallbackLocale: false, overrideAccess: false, depth: 0 }) as const

/** A read of terms, whose texts are wanted in every language since they fall back. */
export const inEveryLanguage = {
  locale: 'all',
  fallbackLocale: false,
  overrideAccess: false,
  depth: 0,
} as const
