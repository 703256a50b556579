import type { BasePayload } from 'payload'
import { type Locale, locales } from '@/i18n/locales'
import type { Tag } from '@/payload-types'
import { inTransaction } from './apply-transaction'
import type { Localized, PlannedTag } from './import-plan'
import { tagSlug } from './tag-slug'

/** A tag of the CMS in both languages. */
export type KnownTag = Pick<PlannedTag, 'name' | 'slug' | 'aliases' | 'description'> & { id: string }

/** The tags of the CMS, found by whatever a post of a language calls them. */
export class TagDirectory {
  readonly #tags: KnownTag[]
  constructor(tags: KnownTag[]) {
    this.#tags = tags
  }

  add(tag: KnownTag) {
    const at = this.#tags.findIndex(({ id }) => id === tag.id)
    if (at < 0) this.#tags.push(tag)
    else this.#tags[at] = tag
  }

  idOf(locale: Locale, label: string): string | undefined {
    return this.#called(locale, [label, tagSlug(label)])?.id
  }

  /** The tag that a planned one is: by its address in a language, else by another spelling. */
  matching({ name, slug }: PlannedTag): KnownTag | undefined {
    for (const locale of locales) {
      const found = this.#tags.find((tag) => slug[locale] && same(tag.slug[locale], slug[locale]))
      if (found) return found
    }
    for (const locale of locales) {
      const words = [name[locale], slug[locale]].filter((word) => word !== undefined)
      const found = this.#called(locale, words)
      if (found) return found
    }
    return undefined
  }

  #called(locale: Locale, words: readonly string[]): KnownTag | undefined {
    return (
      this.#tags.find((tag) => words.some((word) => same(tag.slug[locale], word))) ??
      this.#tags.find((tag) => tag.aliases[locale]?.some((alias) => words.some((word) => same(alias, word))))
    )
  }
}

const same = (one: string | undefined, other: string) => one?.toLowerCase() === other.toLowerCase()

/** Every tag of the CMS. */
export async function tagDirectory(payload: BasePayload): Promise<TagDirectory> {
  const { docs } = await payload.find({
    collection: 'tags',
    locale: 'all',
    fallbackLocale: false,
    depth: 0,
    pagination: false,
  })
  return new TagDirectory(docs.map(knownTag))
}

/** Read with `locale: 'all'`, which Payload's types do not say. */
const knownTag = ({ id, name, slug, aliases, description }: Tag): KnownTag => ({
  id,
  name: withoutNulls(name),
  slug: withoutNulls(slug),
  aliases: withoutNulls(aliases),
  description: withoutNulls(description),
})

const withoutNulls = <Value>(values: unknown): Localized<Value> =>
  Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== null))

/**
 * Puts a tag into the CMS, or completes the one that is there: what it lacks in a language, and spellings that it does
 * not know. What an editor has written stays.
 */
export async function putTag(
  payload: BasePayload,
  planned: PlannedTag,
  directory: TagDirectory,
): Promise<string> {
  const known = directory.matching(planned)
  const changes = locales.flatMap((locale) => {
    const data = lacking(planned, known, locale)
    return Object.keys(data).length > 0 ? [{ locale, data }] : []
  })
  const id = await inTransaction(payload, async (req) => {
    let saved = known?.id
    for (const { locale, data } of changes) {
      const common = { collection: 'tags', locale, fallbackLocale: false, depth: 0, req } as const
      const doc = saved
        ? await payload.update({ ...common, id: saved, data })
        : await payload.create({ ...common, data })
      saved = doc.id
    }
    if (!saved) throw new Error(`Expected the tag \`${planned.key}\` to have a name in a language of ours.`)
    return saved
  })
  directory.add(completed(planned, known, id))
  return id
}

type TagTexts = { name?: string; slug?: string; description?: string; aliases?: string[] }

function lacking(planned: PlannedTag, known: KnownTag | undefined, locale: Locale): TagTexts {
  const data: TagTexts = {}
  for (const field of ['name', 'slug', 'description'] as const) {
    const value = planned[field][locale]
    if (value !== undefined && !known?.[field][locale]) data[field] = value
  }
  const aliases = spellings(planned, known, locale)
  if (aliases.length > (known?.aliases[locale]?.length ?? 0)) data.aliases = aliases
  return data
}

/** Those that are known, then the others under which posts know the tag, each with its address. */
function spellings(planned: PlannedTag, known: KnownTag | undefined, locale: Locale): string[] {
  const [name, slug] = [
    known?.name[locale] ?? planned.name[locale],
    known?.slug[locale] ?? planned.slug[locale],
  ]
  const written = [planned.name[locale], ...(planned.aliases[locale] ?? [])].filter(
    (word) => word !== undefined,
  )
  const addresses = [planned.slug[locale], ...written.map(tagSlug)].filter((word) => word !== undefined)
  const all = new Set(known?.aliases[locale])
  for (const word of [...written, ...addresses]) {
    if (word !== '' && word !== name && word !== slug) all.add(word)
  }
  return [...all]
}

function completed(planned: PlannedTag, known: KnownTag | undefined, id: string): KnownTag {
  const tag: KnownTag = { id, name: {}, slug: {}, aliases: {}, description: {} }
  for (const field of ['name', 'slug', 'description'] as const) {
    tag[field] = { ...planned[field], ...known?.[field] }
  }
  for (const locale of locales) tag.aliases[locale] = spellings(planned, known, locale)
  return tag
}
