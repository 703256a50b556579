import type { Locale } from '@/i18n/locales'
import type { Facet, Filters } from '@/search/find'
import type { Asked } from '@/site/hrefs'
import { asVisitor, cms } from '../cms'
import { authorBySlug } from '../terms/authors'
import { authorsNamed, type OptionsById, projectsNamed, tagsNamed } from '../terms/named'
import { tagBySlug } from '../terms/tags'
import type { SearchFilter } from '../views'

type Ids = Pick<Filters, 'tag' | 'author' | 'project'>

const names = ['tag', 'author', 'project', 'year'] as const

/** The most options that a reader can still choose from. */
const mostOptions = 40

/**
 * Returns the ids of the documents that the filters of an address name. A filter that names no document is ignored.
 */
export async function filterIds(locale: Locale, { tag, author, project }: Asked): Promise<Ids> {
  const [taggedBy, writtenBy, mentioned] = await Promise.all([
    tag ? tagBySlug(locale, tag) : undefined,
    author ? authorBySlug(locale, author) : undefined,
    project ? projectId(locale, project) : undefined,
  ])
  return {
    ...(taggedBy && 'id' in taggedBy ? { tag: taggedBy.id } : {}),
    ...(writtenBy ? { author: writtenBy.id } : {}),
    ...(mentioned ? { project: mentioned } : {}),
  }
}

async function projectId(locale: Locale, slug: string): Promise<string | undefined> {
  const where = { slug: { equals: slug } }
  const { docs } = await (await cms()).find({
    collection: 'projects',
    where,
    select: { slug: true },
    limit: 1,
    ...asVisitor(locale),
  })
  return docs[0]?.id
}

/**
 * Returns the filters that a search can be narrowed by: the values that its results have, the most frequent first,
 * and the values that are already chosen.
 */
export async function searchFilters(
  locale: Locale,
  { asked, ids, facets }: { asked: Asked; ids: Ids; facets: Facet[] },
): Promise<SearchFilter[]> {
  const wanted = (name: 'tag' | 'author' | 'project') => {
    const chosen = ids[name]
    const values = facets.flatMap(({ kind, value }) => (kind === name ? [value] : []))
    return [...new Set([...values, ...(chosen ? [chosen] : [])])]
  }
  const [tag, author, project] = await Promise.all([
    tagsNamed(locale, wanted('tag')),
    authorsNamed(locale, wanted('author')),
    projectsNamed(locale, wanted('project')),
  ])
  const year: OptionsById = new Map(
    [
      ...facets.filter(({ kind }) => kind === 'year').map(({ value }) => value),
      ...(asked.year ? [`${asked.year}`] : []),
    ].map((value) => [value, { value, label: { text: value, lang: locale } }]),
  )
  const named = { tag, author, project, year }
  return names.map((name) => {
    const chosen = name === 'year' ? asked.year && `${asked.year}` : ids[name]
    const counts = new Map(facets.flatMap((one) => (one.kind === name ? [[one.value, one.articles]] : [])))
    const options = [...named[name]]
      .map(([id, option]) => ({ ...option, count: counts.get(id) ?? 0 }))
      .sort((a, b) =>
        name === 'year'
          ? Number(b.value) - Number(a.value)
          : b.count - a.count || a.label.text.localeCompare(b.label.text, locale),
      )
      .slice(0, mostOptions)
    const value = chosen && named[name].get(chosen)?.value
    return { name, options, ...(value ? { chosen: value } : {}) }
  })
}
