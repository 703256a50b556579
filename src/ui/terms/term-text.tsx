import type { Term } from '@/content/views'
import type { Locale } from '@/i18n/locales'

/** A term's text. It carries a `lang` when its language is not the page's. */
export function TermText({ term, locale }: { term: Term; locale: Locale }) {
  return term.lang === locale ? term.text : <span lang={term.lang}>{term.text}</span>
}

/** Returns the `lang` attribute for an element that contains only the term. */
export const termLang = (term: Term, locale: Locale): Locale | undefined =>
  term.lang === locale ? undefined : term.lang
