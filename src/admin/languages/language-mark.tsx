import { sentence } from '@/i18n/admin-words'
import type { Locale } from '@/i18n/locales'
import type { LanguageState } from '@/publishing/language-states'

/** One language of a document and what there is of it: `ID ●`, told in words to whoever cannot see it. */
export function LanguageMark({
  locale,
  state,
  language,
}: {
  locale: Locale
  state: LanguageState
  /** Of the admin panel. */
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
