import { notFound } from 'next/navigation'
import { fallbackForVisitors, isLocale, type Locale } from '@/i18n/locales'

export type LocaleParams = Promise<{ locale: string }>

/** The language of a page. A first segment that is no language is a page that does not exist. */
export async function localeOf(params: LocaleParams): Promise<Locale> {
  const { locale } = await params
  return isLocale(locale) ? locale : notFound()
}

/** The language to answer in, also where the page does not exist. */
export async function languageOf(params: LocaleParams): Promise<Locale> {
  const { locale } = await params
  return isLocale(locale) ? locale : fallbackForVisitors
}

/** The number of a list page: `/page/1` and what is no number do not exist. */
export function pageNumber(text: string): number {
  return /^([2-9]|[1-9]\d{1,4})$/.test(text) ? Number(text) : notFound()
}

/** A segment as its author wrote it; one that is not valid UTF-8 names nothing. */
export function segment(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return notFound()
  }
}
