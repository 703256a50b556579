import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import type { MessageKey } from '@/i18n/catalogues'
import type { Locale } from '@/i18n/locales'
import type { MessageValues } from '@/i18n/translator'

/**
 * Returns the words that a reader of that language sees. `@/i18n/translator` cannot be used: Playwright loads modules
 * as Node does, which accepts a JSON file only if the import says that it is JSON.
 */
export function words(locale: Locale) {
  const file = new URL(`../../locales/${locale}/site.json`, import.meta.url)
  const instance = createInstance({
    lng: locale,
    resources: { [locale]: { site: JSON.parse(readFileSync(file, 'utf8')) } },
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  void instance.init()
  const t = instance.getFixedT<string>(locale, 'site')
  return (key: MessageKey<'site'>, values?: MessageValues): string => t(key, { ...values })
}
