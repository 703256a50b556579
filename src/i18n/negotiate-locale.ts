import { match } from '@formatjs/intl-localematcher'
import { fallbackForVisitors, isLocale, type Locale, localeOrFallback, locales } from './locales'

/** In characters. No browser sends as much; the rest of a longer header is not read. */
const longestHeader = 1000

type Preferences = { cookie?: string | null; acceptLanguage?: string | null }

/**
 * The language for a visitor whose address names none: the one that they chose earlier, else the best fit for the
 * languages of their browser (RFC 9110, Accept-Language), else the fallback. Never throws, whatever was sent.
 */
export function negotiateLocale({ cookie, acceptLanguage }: Preferences): Locale {
  if (isLocale(cookie)) return cookie
  const wanted = languagesByPreference(acceptLanguage ?? '')
  return localeOrFallback(match(wanted, locales, fallbackForVisitors))
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

/** The canonical form of a tag: `EN-gb` -> `en-GB`. Old Android and Java send `in`, which becomes `id`. */
function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    // A wildcard, or no language tag at all.
    return undefined
  }
}
