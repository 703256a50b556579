import { notFound } from 'next/navigation'
import { isLocale, type Locale, localeOrFallback } from '@/i18n/locales'

export type LocaleParams = Promise<{ locale: string }>

/** Returns the language of a page. An address whose first segment is no language is a 404. */
export async function localeOf(params: LocaleParams): Promise<Locale> {
  const { locale } = await params
  return isLocale(locale) ? locale : notFound()
}

/** Returns the language of the response, even when the page does not exist. */
export async function localeToAnswerIn(params: LocaleParams): Promise<Locale> {
  return localeOrFallback((await params).locale)
}

/** Parses the number of a list page. `/page/1` and anything that is not a number are a 404. */
export function pageNumber(text: string): number {
  return /^([2-9]|[1-9]\d{1,4})$/.test(text) ? Number(text) : notFound()
}

/** Decodes a segment of an address. A segment that is not valid UTF-8 is a 404. */
export function decodedSegment(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return notFound()
  }
}
