import type { SiteView, Translations } from '@/content/views'
import type { Locale } from '@/i18n/locales'

/** The facts about a page that header and footer need. */
export type SiteFrame = {
  locale: Locale
  site: SiteView
  /** The path of the page, which the menu marks as the current one. */
  path: string
  /** The links of the language switch. */
  translations: Translations
}
