import type { SiteView, Translations } from '@/content/views'
import type { Locale } from '@/i18n/locales'

/** What header and footer need to know of the page between them. */
export type SiteFrame = {
  locale: Locale
  site: SiteView
  /** The path of the page, to mark it in the menu. */
  path: string
  /** Where the language switch leads. */
  translations: Translations
}
