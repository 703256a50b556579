import type { Locale } from '@/i18n/locales'
import type { Project } from '@/payload-types'
import { hrefFor } from '@/site/hrefs'
import { isWebAddress } from '@/site/web-address'
import { idOf } from '../references'
import { picturesById } from '../site/pictures'
import type { Picture, ProjectSummary } from '../views'
import { inlineSentence } from './inline-markdown'

/** The fields that a summary is made from. */
export type SummarizedProject = Pick<
  Project,
  'id' | 'name' | 'slug' | 'summary' | 'memberships' | 'logo' | 'website' | 'aliases'
>

/** The Payload `select` of a summary's fields. */
export const summarized = {
  name: true,
  slug: true,
  summary: true,
  memberships: true,
  logo: true,
  website: true,
  aliases: true,
} as const

/** Returns projects as lists show them. Their logos are read once for all of them. */
export async function projectSummaries(
  docs: readonly SummarizedProject[],
  locale: Locale,
): Promise<ProjectSummary[]> {
  const logos = await logosOf(docs, locale)
  return docs.map((doc) => projectSummary(doc, locale, logos))
}

export const logosOf = (docs: readonly SummarizedProject[], locale: Locale): Promise<Map<string, Picture>> =>
  picturesById(
    docs.map(({ logo }) => logo),
    locale,
  )

/**
 * Returns a project as lists show it. In a category, its summary is that of its membership in the category, if
 * there is one, otherwise its own.
 */
export function projectSummary(
  doc: SummarizedProject,
  locale: Locale,
  logos: ReadonlyMap<string, Picture>,
  category?: string,
): ProjectSummary {
  const membership = (doc.memberships ?? []).find(
    (one) => category === undefined || idOf(one.category) === category,
  )
  const text = (category ? membership?.summary || doc.summary : doc.summary || membership?.summary) ?? ''
  const logo = typeof doc.logo === 'string' ? logos.get(doc.logo) : undefined
  return {
    id: doc.id,
    name: doc.name,
    slug: doc.slug ?? '',
    href: hrefFor({ page: 'project', locale, slug: doc.slug ?? '' }),
    aliases: doc.aliases ?? [],
    ...(text ? { summary: inlineSentence(text, locale) } : {}),
    ...(logo ? { logo } : {}),
    ...(doc.website && isWebAddress(doc.website) ? { website: doc.website } : {}),
  }
}
