import type { Locale } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import type { Item } from '../../format/report'
import { tagSlug } from '../../format/terms/tag-slug'
import type { TagsFile } from '../../format/terms/tags-file'
import type { PlannedTag } from './import-plan'

/** The tags of one post as each of its languages writes them. */
export type TaggedPost = {
  importPath: string
  sourceLocale: Locale
  labels: Localized<string[]>
  /** The file of each language and the line of its tags, for the report. */
  place: Localized<{ file: string; line: number }>
}

export type AlignedTags = {
  tags: PlannedTag[]
  /** The key of the tag that a word of a language belongs to. */
  keyOf: (locale: Locale, label: string) => string
  warnings: Item[]
}

/**
 * Finds out which words are the same tag. Posts come in the order of their dates.
 *
 * Within a language, words are one tag if Docusaurus gives them the same address. Across languages, words are one tag
 * if they stand at the same position in the two languages of a post and both lists have the same length. A word that
 * would stand for two different tags becomes a tag of its own, and is reported. If several words stand for one tag, the
 * word that is used most is its name and the others are its aliases.
 */
export function alignTags(
  posts: readonly TaggedPost[],
  files: Localized<TagsFile['tags']> = {},
): AlignedTags {
  const uses = usesOf(posts)
  const claims = posts.flatMap(claimsOf)
  const partners = partnersOf(claims, uses)
  const tags: PlannedTag[] = []
  const keys = new Map<string, string>()
  for (const id of uses.keys()) {
    if (keys.has(id) || partners.has(id)) continue
    const members = [id, ...[...partners].filter(([, tag]) => tag === id).map(([member]) => member)]
    const tag = planned(members, uses, files, new Set(tags.map(({ key }) => key)))
    for (const member of members) keys.set(member, tag.key)
    tags.push(tag)
  }
  return {
    tags,
    keyOf: (locale, label) => keys.get(idOf(locale, label)) ?? slugOf(label),
    warnings: [
      ...claims.flatMap((claim) => conflict(claim, partners)),
      ...differingTranslations(claims, partners, tags),
    ],
  }
}

/** A spelling of a tag in one language: how often posts write it, and the index of the first post that does. */
type Spelling = { label: string; times: number; first: number }

/** The words of posts by language and slug. */
type Uses = Map<string, { locale: Locale; spellings: Map<string, Spelling> }>

/** A post that says: this word of its translation (`to`) is that word of its source (`from`). */
type Claim = { from: string; to: string; label: string; sourceLabel: string; file: string; line: number }

const slugOf = (label: string) => tagSlug(label) || label.trim().toLowerCase()

const idOf = (locale: Locale, label: string) => `${locale} ${slugOf(label)}`

const slugIn = (id: string) => id.slice(id.indexOf(' ') + 1)

/** The words of posts in the order in which they appear, those of source languages first. */
function usesOf(posts: readonly TaggedPost[]): Uses {
  const uses: Uses = new Map()
  for (const source of [true, false]) {
    for (const [index, post] of posts.entries()) {
      for (const [locale, labels] of labelsOf(post)) {
        if ((locale === post.sourceLocale) === source) use(uses, locale, labels, index)
      }
    }
  }
  return uses
}

function use(uses: Uses, locale: Locale, labels: readonly string[], post: number) {
  for (const label of labels) {
    const id = idOf(locale, label)
    const word = uses.get(id) ?? { locale, spellings: new Map<string, Spelling>() }
    const { times, first } = word.spellings.get(label) ?? { times: 0, first: post }
    word.spellings.set(label, { label, times: times + 1, first: Math.min(first, post) })
    uses.set(id, word)
  }
}

const labelsOf = ({ labels }: TaggedPost) => Object.entries(labels) as [Locale, string[]][]

function claimsOf(post: TaggedPost): Claim[] {
  const source = post.labels[post.sourceLocale] ?? []
  return labelsOf(post).flatMap(([locale, translated]) => {
    const place = post.place[locale]
    if (locale === post.sourceLocale || translated.length !== source.length || !place) return []
    return translated.map((label, index) => {
      const sourceLabel = source[index] ?? ''
      return {
        from: idOf(post.sourceLocale, sourceLabel),
        to: idOf(locale, label),
        label,
        sourceLabel,
        ...place,
      }
    })
  })
}

/** The source word of each translated word. Words that no post translates are one tag if they are spelt alike. */
function partnersOf(claims: readonly Claim[], uses: Uses): Map<string, string> {
  const claimants = new Map<string, Set<string>>()
  for (const { from, to } of claims) claimants.set(to, (claimants.get(to) ?? new Set()).add(from))
  const partners = new Map<string, string>()
  for (const [to, from] of claimants) {
    const [only, ...others] = from
    if (only !== undefined && others.length === 0) partners.set(to, only)
  }
  const paired = new Set(partners.values())
  const loose = [...uses.keys()].filter((id) => !claimants.has(id) && !paired.has(id))
  for (const [index, id] of loose.entries()) {
    const twin = loose.slice(0, index).find((other) => slugIn(other) === slugIn(id) && !partners.has(other))
    if (twin !== undefined) partners.set(id, twin)
  }
  return partners
}

const conflict = (
  { from, to, label, sourceLabel, file, line }: Claim,
  partners: Map<string, string>,
): Item[] =>
  partners.get(to) === from
    ? []
    : [
        {
          file,
          line,
          code: 'tag-conflict',
          message: `\`${label}\` stands for \`${sourceLabel}\` here, and for another tag elsewhere. It stays a tag of its own.`,
        },
      ]

/** Warns of posts that translate a tag in another way than most posts do. */
function differingTranslations(
  claims: readonly Claim[],
  partners: Map<string, string>,
  tags: readonly PlannedTag[],
): Item[] {
  return claims.flatMap(({ from, to, label, sourceLabel, file, line }) => {
    if (partners.get(to) !== from) return []
    const locale = to.slice(0, to.indexOf(' ')) as Locale
    const tag = tags.find(({ aliases }) => aliases[locale]?.includes(label))
    const name = tag?.name[locale]
    if (name === undefined || slugOf(name) === slugOf(label)) return []
    const message = `\`${sourceLabel}\` is \`${label}\` here and \`${name}\` in most posts: one tag, of that name.`
    return [{ file, line, code: 'tag-translations-differ', message }]
  })
}

/** Makes the tag of some words. `members`: the word of the source language first. */
function planned(
  members: readonly string[],
  uses: Uses,
  files: Localized<TagsFile['tags']>,
  taken: ReadonlySet<string>,
): PlannedTag {
  const tag: PlannedTag = { key: '', name: {}, slug: {}, aliases: {}, description: {} }
  const [first = ''] = members
  const words = members.flatMap((id) => uses.get(id) ?? [])
  for (const locale of new Set(words.map((word) => word.locale))) {
    const [best, ...others] = words
      .filter((word) => word.locale === locale)
      .flatMap((word) => [...word.spellings.values()])
      .sort(
        (one, other) =>
          other.times - one.times ||
          Number(slugOf(one.label) === slugIn(first)) - Number(slugOf(other.label) === slugIn(first)) ||
          one.first - other.first,
      )
    if (!best) continue
    const wording = files[locale]?.[best.label]
    tag.name[locale] = wording?.label ?? best.label
    tag.slug[locale] = lastSegment(wording?.permalink) ?? slugOf(best.label)
    const aliases = [...others.map(({ label }) => label), ...(wording?.label ? [best.label] : [])]
    if (aliases.length > 0) tag.aliases[locale] = aliases
    if (wording?.description) tag.description[locale] = wording.description
  }
  tag.key = taken.has(slugIn(first)) ? first.replace(' ', '-') : slugIn(first)
  return tag
}

const lastSegment = (permalink: string | undefined) => permalink?.split('/').filter(Boolean).at(-1)
