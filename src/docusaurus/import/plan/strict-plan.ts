import { isLocale } from '@/i18n/locales'
import { withoutText } from './article-texts'
import type { ImportPlan, PlannedArticle } from './import-plan'

/** The plan of a strict import: a post with a warning is refused. */
export function strictPlan(plan: ImportPlan): ImportPlan {
  const refusedFiles = new Set(plan.warnings.map(({ file }) => file))
  const articles = plan.articles.flatMap((article) => {
    let rest: PlannedArticle | undefined = article
    for (const [locale, { file }] of Object.entries(article.texts)) {
      if (rest && isLocale(locale) && refusedFiles.has(file)) rest = withoutText(rest, locale)
    }
    return rest ? [rest] : []
  })
  const taken = new Set(
    articles.flatMap(({ importPath, texts }) => Object.keys(texts).map((l) => `${l} ${importPath}`)),
  )
  return {
    ...plan,
    articles,
    redirects: plan.redirects.filter(({ locale, importPath }) => taken.has(`${locale} ${importPath}`)),
    refused: [...plan.refused, ...plan.warnings],
    warnings: [],
  }
}
