import type { Term } from '@/content/views'
import type { Locale } from '@/i18n/locales'

/** A term's text, marked with its language where that is not the page's. */
export function TermText({ term, locale }: { term: Term; locale: Locale }) {
  return term.lang === locale ? term.text : <span lang={term.lang}>{term.text}</span>
}

/** The `lang` for an element that holds nothing but the term. */
export const termLang = (term: Term, locale: Locale): Locale | undefined =>
  term.lang === locale ? undefined : term.lang
