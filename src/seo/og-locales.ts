import type { Locale } from '@/i18n/locales'

/** Languages as Open Graph writes them: with a territory, and an underscore. */
export const ogLocales: Record<Locale, string> = { id: 'id_ID', en: 'en_US' }
