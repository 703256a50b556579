import { createInstance, type i18n as I18n } from 'i18next'
import { catalogues, type MessageKey, type Namespace } from './catalogues'
import type { Locale } from './locales'

/** Values for the placeholders of a message. `count` also chooses the plural form. */
export type MessageValues = Record<string, string | number>

export type Translate<Name extends Namespace> = (key: MessageKey<Name>, values?: MessageValues) => string

const instances = new Map<Locale, I18n>()

/**
 * The words of one language and namespace, for the server. Nothing is escaped, because React and the XML writers
 * escape what they print.
 */
export function translator<Name extends Namespace>(locale: Locale, namespace: Name): Translate<Name> {
  const t = instanceFor(locale).getFixedT<string>(locale, namespace)
  return (key: string, values?: MessageValues) => t(key, { ...values })
}

function instanceFor(locale: Locale): I18n {
  const known = instances.get(locale)
  if (known) return known
  const instance = createInstance({
    lng: locale,
    resources: { [locale]: catalogues[locale] },
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  void instance.init()
  instances.set(locale, instance)
  return instance
}
