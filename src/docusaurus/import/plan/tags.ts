import { z } from 'zod'
import type { Locale } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import { fileText } from '../../format/file-text'
import { Refusal } from '../../format/refusal'
import { tagSlug } from '../../format/tag-slug'
import { yamlDocument } from '../../format/yaml-document'
import type { Item, PlannedTag, SiteFile } from './import-plan'

const wordings = z.record(
  z.string(),
  z.looseObject({
    label: z.string().optional(),
    permalink: z.string().optional(),
    description: z.string().optional(),
  }),
)

/** What tags.yml says of its keys, and what is wrong with it. */
export type TagsFile = { tags: z.infer<typeof wordings>; refused: Item[] }

/** Reads one tags.yml; a broken one says nothing. */
export function tagsFile({ path, bytes }: Extract<SiteFile, { bytes: Uint8Array }>): TagsFile {
  try {
    const { value, lineOf } = yamlDocument(fileText(bytes))
    const result = wordings.safeParse(value ?? {})
    if (result.success) return { tags: result.data, refused: [] }
    const [issue] = result.error.issues
    throw new Refusal(
      'invalid-tags',
      lineOf(String(issue?.path[0] ?? '')),
      `Expected tags by key: ${issue?.message ?? 'it has the wrong shape'}.`,
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { line, code, message } = error
    return { tags: {}, refused: [{ file: path, line, code, message }] }
  }
}

/** The tags of one post in the languages that it has, as they are written; posts in order of date. */
export type TaggedPost = {
  importPath: string
  sourceLocale: Locale
  labels: Localized<string[]>
  /** Where to report a conflict: the translated file and the line of its tags. */
  place: Localized<{ file: string; line: number }>
}

export type AlignedTags = {
  tags: PlannedTag[]
  /** The tag that a word of a language belongs to. */
  keyOf: (locale: Locale, label: string) => string
  warnings: Item[]
}

/**
 * Finds out which words are the same tag. Within a language: those that Docusaurus gives the same address.
 * Across languages: those that stand at the same position in both languages of a post whose lists are of one
 * length. A word that stands for two different tags contradicts itself: it becomes a tag of its own, reported.
 * Several words that stand for one tag are its spellings: the one used most is its name.
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
    warnings: [...claims.flatMap((claim) => conflict(claim, partners)), ...differing(claims, partners, tags)],
  }
}

/** A word of a tag in one language: how often posts write it, and the first post that does. */
type Spelling = { label: string; times: number; first: number }

/** By language and slug. */
type Uses = Map<string, { locale: Locale; spellings: Map<string, Spelling> }>

type Claim = { from: string; to: string; label: string; sourceLabel: string; file: string; line: number }

const slugOf = (label: string) => tagSlug(label) || label.trim().toLowerCase()

const idOf = (locale: Locale, label: string) => `${locale} ${slugOf(label)}`

const slugIn = (id: string) => id.slice(id.indexOf(' ') + 1)

/** Words in the order in which posts bring them up, those of source languages first. */
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

/** The tag that each translated word stands for. Where nothing is said, the same word is the same tag. */
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

/** Posts that translate a tag otherwise than most. */
function differing(
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

/** `members`: the word of the source language first. */
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
