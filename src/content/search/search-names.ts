import type { Locale } from '@/i18n/locales'
import { findNames } from '@/search/names'
import { type Asked, hrefFor } from '@/site/hrefs'
import { cms } from '../cms'
import { authorsNamed, projectsNamed, tagsNamed } from '../terms/named'
import type { NamedPage } from '../views'

/**
 * Returns the pages of the tags, authors and projects whose names match the question. They appear only on the first
 * page of results, and only when no filter is set.
 */
export async function pagesNamed(
  locale: Locale,
  { question, tag, author, project, year, number = 1 }: Asked,
): Promise<NamedPage[]> {
  if (tag || author || project || year || number > 1) return []
  const found = await findNames(await cms(), { locale, question })
  const idsOf = (kind: NamedPage['kind']) => found.flatMap((one) => (one.kind === kind ? [one.id] : []))
  const [tags, authors, projects] = await Promise.all([
    tagsNamed(locale, idsOf('tag')),
    authorsNamed(locale, idsOf('author')),
    projectsNamed(locale, idsOf('project')),
  ])
  const named = { tag: tags, author: authors, project: projects }
  return found.flatMap(({ kind, id }) => {
    const page = named[kind].get(id)
    return page ? [{ kind, label: page.label, href: hrefFor({ page: kind, locale, slug: page.value }) }] : []
  })
}
