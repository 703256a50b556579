import { UsageError } from '@/commands/usage-error'
import type { ImportPlan, PlannedArticle } from './import-plan'

/**
 * Finds the articles of the plan by the paths of their files, in any language. A refused file is left out, since the
 * report names it already.
 * @throws UsageError where a path names no file of the site
 */
export function namedArticles(
  { articles }: Pick<ImportPlan, 'articles'>,
  paths: readonly string[],
  files: readonly { path: string }[],
): PlannedArticle[] {
  const named = paths.map((path) => {
    const found = articles.find(
      ({ importPath, texts }) =>
        importPath === path || Object.values(texts).some(({ file }) => file === path),
    )
    if (found || files.some((file) => file.path === path)) return found
    throw new UsageError(`Expected --projects to name posts of the site, found \`${path}\`, which is none.`)
  })
  return [...new Set(named.filter((article) => article !== undefined))]
}
