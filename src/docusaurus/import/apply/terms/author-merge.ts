import { type Locale, locales } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import { mergeFields, type Sides, type Winner } from '@/merge/merge'

/** The fields of an author that both authors.yml and the CMS have. The report calls them by these names. */
export type ComparedAuthor = {
  name: string
  picture: string | null
  links: { label: string; url: string }[]
  title: Localized<string>
  biography: Localized<string>
}

type Texts = { title?: string; biography?: string }

type SharedFields = Pick<ComparedAuthor, 'name' | 'picture' | 'links'>

/** The data to save, and the fields that were changed on both sides. */
type MergedAuthor = {
  shared: { name?: string; pictureAddress?: string | null; links?: ComparedAuthor['links'] }
  localized: Localized<Texts>
  conflicts: string[]
}

/** Merges what authors.yml says of an author into what stands here, field by field and language by language. */
export function mergeAuthor(
  { base, ours, theirs }: Sides<ComparedAuthor | undefined>,
  winner: Winner | undefined,
): MergedAuthor {
  // An author whom no authors.yml brought here stays as an editor wrote it, unless the file is told to win.
  const rule = { same: saysTheSame, winner: base ? winner : (winner ?? 'ours') }
  const { changes, conflicts } = mergeFields<SharedFields>(
    { base: sharedIn(base), ours: sharedIn(ours), theirs: sharedIn(theirs) },
    rule,
  )
  const { picture, ...others } = changes
  const merged: MergedAuthor = {
    shared: { ...others, ...(picture === undefined ? {} : { pictureAddress: picture }) },
    localized: {},
    conflicts,
  }
  for (const locale of locales) {
    const texts = mergeFields<Texts>(
      { base: textsIn(base, locale), ours: textsIn(ours, locale), theirs: textsIn(theirs, locale) },
      rule,
    )
    merged.localized[locale] = texts.changes
    merged.conflicts.push(...texts.conflicts)
  }
  return merged
}

const sharedIn = (author: ComparedAuthor | undefined): SharedFields | undefined =>
  author && { name: author.name, picture: author.picture, links: author.links }

const textsIn = (author: ComparedAuthor | undefined, locale: Locale): Texts => ({
  ...(author?.title[locale] === undefined ? {} : { title: author.title[locale] }),
  ...(author?.biography[locale] === undefined ? {} : { biography: author.biography[locale] }),
})

/** An empty list, an empty text and no value at all say the same. */
const saysTheSame = (one: unknown, other: unknown) =>
  JSON.stringify(filled(one)) === JSON.stringify(filled(other))

const filled = (value: unknown) => (Array.isArray(value) && value.length === 0 ? null : value || null)
