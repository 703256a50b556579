import { isLocale, type Locale, otherLocales } from '@/i18n/locales'
import type { PlannedArticle, PlannedText } from './import-plan'

/** The texts of an article, that of the source's language first, since a translation is written beside it. */
export const textsInOrder = ({ sourceLocale, texts }: PlannedArticle): [Locale, PlannedText][] =>
  [sourceLocale, ...otherLocales(sourceLocale)].flatMap((locale) => {
    const text = texts[locale]
    return text ? [[locale, text] as [Locale, PlannedText]] : []
  })

/** The article without one of its languages. Undefined where no other language is left. */
export function withoutText(article: PlannedArticle, locale: Locale): PlannedArticle | undefined {
  const texts = { ...article.texts }
  delete texts[locale]
  const [first] = Object.keys(texts).filter(isLocale)
  if (first === undefined) return undefined
  const { sourceLocale } = article
  return { ...article, texts, sourceLocale: texts[sourceLocale] ? sourceLocale : first }
}
