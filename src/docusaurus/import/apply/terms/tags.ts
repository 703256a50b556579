import type { BasePayload } from 'payload'
import { type Locale, locales } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import type { Tag } from '@/payload-types'
import { type KnownTag, TagDirectory } from '../../../format/terms/tag-directory'
import { tagSlug } from '../../../format/terms/tag-slug'
import type { PlannedTag } from '../../plan/import-plan'
import { inTransaction } from '../transaction'

/** The tags of the CMS. */
export async function knownTags(payload: BasePayload): Promise<KnownTag[]> {
  const { docs } = await payload.find({
    collection: 'tags',
    locale: 'all',
    fallbackLocale: false,
    depth: 0,
    pagination: false,
  })
  return docs.map(knownTag)
}

export const tagDirectory = async (payload: BasePayload): Promise<TagDirectory> =>
  new TagDirectory(await knownTags(payload))

/** Read with `locale: 'all'`, which Payload's types do not know. */
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
 * Makes a tag, or completes the one that is there: with the words that it lacks in a language, and with spellings that
 * it does not know. What an editor has written stays.
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

/** The spellings that are known, then the other spellings of posts, each with its slug. */
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
