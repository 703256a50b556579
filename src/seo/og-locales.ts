import type { Locale } from '@/i18n/locales'

/** The languages in Open Graph's form, with a territory and an underscore. */
export const ogLocales: Record<Locale, string> = { id: 'id_ID', en: 'en_US' }
