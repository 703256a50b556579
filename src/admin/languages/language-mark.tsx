import { sentence } from '@/i18n/admin-words'
import type { Locale } from '@/i18n/locales'
import type { LanguageState } from '@/publishing/language-states'

/** A language and the state of a document in it, as `ID ●`, with words for screen readers. */
export function LanguageMark({
  locale,
  state,
  language,
}: {
  locale: Locale
  state: LanguageState
  /** The language of the admin panel. */
  language: string
}) {
  const words = sentence(language, (w) => w.languageStates.told, {
    language: sentence(language, (w) => w.locales[locale]),
    state: sentence(language, (w) => w.languageStates[state]),
  })
  return (
    <span className={`language-mark language-mark--${state}`} title={words}>
      <span aria-hidden="true" className="language-mark__code">
        {locale.toUpperCase()}
      </span>
      <span aria-hidden="true" className="language-mark__dot" />
      <span className="language-mark__words">{words}</span>
    </span>
  )
}
