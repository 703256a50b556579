import { isLocale, type Locale } from './locales'

/** A value in some of our languages. */
export type Localized<Value> = Partial<Record<Locale, Value>>

/** The languages of a value, each with what it holds there. */
export const localizedEntries = <Value>(values: Localized<Value>): [Locale, Value][] =>
  (Object.entries(values) as [string, Value][]).filter((entry): entry is [Locale, Value] =>
    isLocale(entry[0]),
  )
