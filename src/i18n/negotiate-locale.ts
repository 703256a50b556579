import { match } from '@formatjs/intl-localematcher'
import { fallbackForVisitors, isLocale, type Locale, locales } from './locales'

/** More than any browser sends; what lies beyond is not worth the work of reading it. */
const longestHeader = 1000

type Preferences = { cookie?: string | null; acceptLanguage?: string | null }

/**
 * The language for a visitor who named none: their earlier choice, else the best fit for the languages of
 * their browser (RFC 9110, Accept-Language), else the site's own. Never throws, whatever was sent.
 */
export function negotiateLocale({ cookie, acceptLanguage }: Preferences): Locale {
  if (isLocale(cookie)) return cookie
  const wanted = languagesByPreference(acceptLanguage ?? '')
  const best = match(wanted, locales, fallbackForVisitors)
  return isLocale(best) ? best : fallbackForVisitors
}

function languagesByPreference(header: string): string[] {
  return header
    .slice(0, longestHeader)
    .split(',')
    .map(parseRange)
    .filter(({ tag, quality }) => tag !== undefined && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .flatMap(({ tag }) => tag ?? [])
}

function parseRange(range: string): { tag: string | undefined; quality: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim())
  const weight = parameters.find((parameter) => /^q\s*=/i.test(parameter))
  const quality = weight === undefined ? 1 : Number(weight.slice(weight.indexOf('=') + 1))
  return { tag: canonicalTag(tag), quality: Number.isFinite(quality) ? quality : 0 }
}

/** Canonical form also turns the withdrawn code `in`, which old Android and Java still send, into `id`. */
function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    // A wildcard or nonsense: names no language, so it has no say.
    return undefined
  }
}
