import type { Locale } from './locales'

/** The regional conventions that each language is set in. */
const regions: Record<Locale, string> = { id: 'id-ID', en: 'en-US' }

const dateStyles = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

type DateStyle = keyof typeof dateStyles

type DateParts = { iso: string; locale: Locale; timeZone: string; style?: DateStyle }

/**
 * A date in the words of the language and the calendar day of the time zone.
 * @throws RangeError when `iso` is no date or `timeZone` no IANA zone.
 */
export function formatDate({ iso, locale, timeZone, style = 'long' }: DateParts): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) {
    throw new RangeError(`Expected an ISO 8601 date, got "${iso}". Check the field that it was read from.`)
  }
  return dateFormat(locale, style, timeZone).format(date)
}

/** Making a formatter takes far longer than formatting by it, and a page has dozens of dates. */
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: Locale, style: DateStyle, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${style} ${timeZone}`
  const known = dateFormats.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(regions[locale], { ...dateStyles[style], timeZone })
  dateFormats.set(key, format)
  return format
}

const inEach = <Format>(made: (region: string) => Format): Record<Locale, Format> => ({
  id: made(regions.id),
  en: made(regions.en),
})

const numberFormats = inEach((region) => new Intl.NumberFormat(region))
const listFormats = inEach((region) => new Intl.ListFormat(region, { style: 'long', type: 'conjunction' }))

export const formatNumber = (value: number, locale: Locale): string => numberFormats[locale].format(value)

/** `a, b, and c` in the manner of the language. */
export const formatList = (items: string[], locale: Locale): string => listFormats[locale].format(items)

/** The same list in pieces, for items that are elements; an `element` piece holds the item's index. */
export function listPieces(length: number, locale: Locale): ({ index: number } | { text: string })[] {
  const indexes = Array.from({ length }, (_, index) => String(index))
  return listFormats[locale]
    .formatToParts(indexes)
    .map(({ type, value }) => (type === 'element' ? { index: Number(value) } : { text: value }))
}
