import { byLocale, type Locale, languageOf } from './locales'

const dateStyles = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

type DateStyle = keyof typeof dateStyles

type DateParts = { iso: string; locale: Locale; timeZone: string; style?: DateStyle }

/**
 * A date in the words of the language, on the calendar day that it is in the time zone.
 * @throws RangeError when `iso` is no date, or `timeZone` no IANA zone
 */
export function formatDate({ iso, locale, timeZone, style = 'long' }: DateParts): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) {
    throw new RangeError(`Expected an ISO 8601 date, got "${iso}". Check the field that it was read from.`)
  }
  return dateFormat(locale, style, timeZone).format(date)
}

/** Kept, because making a formatter takes far longer than using it, and a page has dozens of dates. */
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: Locale, style: DateStyle, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${style} ${timeZone}`
  const known = dateFormats.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(languageOf[locale].conventions, { ...dateStyles[style], timeZone })
  dateFormats.set(key, format)
  return format
}

const numberFormats = byLocale((locale) => new Intl.NumberFormat(languageOf[locale].conventions))
const listFormats = byLocale(
  (locale) => new Intl.ListFormat(languageOf[locale].conventions, { style: 'long', type: 'conjunction' }),
)

export const formatNumber = (value: number, locale: Locale): string => numberFormats[locale].format(value)

/** A list in the manner of the language: `a, b, and c`. */
export const formatList = (items: string[], locale: Locale): string => listFormats[locale].format(items)

/** The same list in pieces, for items that are elements: 2 -> `[{ index: 0 }, { text: ' and ' }, { index: 1 }]`. */
export function listPieces(length: number, locale: Locale): ({ index: number } | { text: string })[] {
  const indexes = Array.from({ length }, (_, index) => String(index))
  return listFormats[locale]
    .formatToParts(indexes)
    .map(({ type, value }) => (type === 'element' ? { index: Number(value) } : { text: value }))
}
