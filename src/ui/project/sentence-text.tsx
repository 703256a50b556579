import type { Sentence } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { termLang } from '../terms/term-text'

/** A sentence with its links and emphasis. It carries a `lang` when its language is not the page's. */
export function SentenceText({ sentence, locale }: { sentence: Sentence; locale: Locale }) {
  return <p lang={termLang(sentence, locale)} dangerouslySetInnerHTML={{ __html: sentence.html }} />
}
