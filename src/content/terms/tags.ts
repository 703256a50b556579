import { query, sql } from '@/database/query'
import { type Locale, locales } from '@/i18n/locales'
import type { Tag } from '@/payload-types'
import { listed } from '@/publishing/published/sql'
import { cms, documentsById, inEveryLanguage } from '../cms'
import type { TagDetails } from '../views'
import { tagLink } from './people'
import { eachLanguage, termOf } from './terms'

/** Returns the tags of published articles in a language, the most used first. */
export async function tagsInUse(locale: Locale): Promise<TagDetails[]> {
  const [{ docs }, counts] = await Promise.all([
    (await cms()).find({ collection: 'tags', ...inEveryLanguage, limit: 0, pagination: false }),
    articleCounts('tags', locale),
  ])
  return docs
    .flatMap((tag) => {
      const count = counts.get(tag.id) ?? 0
      return count > 0 ? tagView(tag, locale, count) : []
    })
    .sort((a, b) => b.count - a.count || a.name.text.localeCompare(b.name.text, locale))
}

/**
 * Returns the tag at an address. For another spelling, or for the tag's slug in another language, returns the
 * address to redirect to.
 */
export async function tagBySlug(
  locale: Locale,
  slug: string,
): Promise<{ id: string; tag: TagDetails } | { movedTo: string } | undefined> {
  const payload = await cms()
  const wanted = slug.toLowerCase()
  // Payload's query by language for a localized text field with many values is not valid SQL (3.90).
  const ids = await query<{ id: string }>(
    payload,
    sql`select _parent_id as id from tags_locales where lower(slug) = ${wanted}
        union select parent_id from tags_texts where path = 'aliases' and lower(text) = ${wanted}`,
  )
  if (ids.length === 0) return undefined
  const docs = await documentsById(
    'tags',
    ids.map(({ id }) => id),
  )
  const tag =
    docs.find((one) => termOf(eachLanguage(one.slug), locale)?.text.toLowerCase() === wanted) ??
    docs.find((one) => aliasesOf(one, locale).some((alias) => alias.toLowerCase() === wanted)) ??
    docs[0]
  if (!tag) return undefined
  const [view] = tagView(tag, locale, (await articleCounts('tags', locale)).get(tag.id) ?? 0)
  if (!view) return undefined
  return view.slug === slug ? { id: tag.id, tag: view } : { movedTo: view.href }
}

const aliasesOf = (tag: Tag, locale: Locale): string[] =>
  (tag.aliases as unknown as Partial<Record<Locale, string[] | null>> | null)?.[locale] ?? []

function tagView(tag: Tag, locale: Locale, count: number): TagDetails[] {
  const [link] = tagLink(tag, locale)
  const slug = termOf(eachLanguage(tag.slug), locale)
  if (!link || !slug) return []
  const description = termOf(eachLanguage(tag.description), locale)
  return [
    {
      name: link.label,
      slug: slug.text,
      href: link.href,
      ...(description ? { description } : {}),
      count,
      translations: Object.fromEntries(
        locales.flatMap((other) => tagLink(tag, other).map(({ href }) => [other, href])),
      ),
    },
  ]
}

/** Counts the listed articles of a language that refer to each document of a collection. */
export async function articleCounts(
  collection: 'tags' | 'authors',
  locale: Locale,
): Promise<Map<string, number>> {
  const column = collection === 'tags' ? sql.raw('tags_id') : sql.raw('authors_id')
  const rows = await query<{ id: string; count: string }>(
    await cms(),
    sql`select r.${column} as id, count(distinct r.parent_id) as count
        from articles_rels r join articles_locales l on l._parent_id = r.parent_id
        where r.${column} is not null and ${listed('l', locale)}
        group by 1`,
  )
  return new Map(rows.map(({ id, count }) => [id, Number(count)]))
}
