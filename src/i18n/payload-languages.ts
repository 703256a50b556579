import { en } from '@payloadcms/translations/languages/en'
import { id } from '@payloadcms/translations/languages/id'
import type { Locale } from './locales'

/** Payload's own catalogues of our languages, for the admin panel. */
export const payloadLanguages = { id, en } as const satisfies Record<Locale, object>
