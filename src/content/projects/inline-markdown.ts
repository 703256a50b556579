import type { Locale } from '@/i18n/locales'
import { toBody } from '@/markdown/read/to-body'
import { plainText } from '@/richtext/plain-text'
import { bodyToHtml } from '@/richtext/to-hast'
import type { Sentence } from '../views'

/** A text without any of these signs is the same in Markdown, so hundreds of texts need no parsing. */
const signs = /[*_`~[\]<>&\\|{}#$!]|https?:|www\.|^\s*(?:[-+:]|\d+[.)])/

/** Returns a sentence written in inline Markdown as plain text and as HTML that is safe to print. */
export function inlineSentence(markdown: string, locale: Locale): Sentence {
  if (!signs.test(markdown)) return { text: markdown, lang: locale, html: escaped(markdown) }
  const { body } = toBody(markdown)
  const [only, ...others] = body.root.children
  // A text that parses as a list, a heading or raw MDX was not meant as one, so it is shown as written.
  if (only?.type !== 'paragraph' || others.length > 0)
    return { text: markdown, lang: locale, html: escaped(markdown) }
  const html = bodyToHtml(body, { locale }).replace(/^<p>([\s\S]*)<\/p>$/, '$1')
  return { text: plainText(body), lang: locale, html }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
