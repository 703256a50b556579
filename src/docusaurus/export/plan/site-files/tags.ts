import type { Locale } from '@/i18n/locales'
import { fileText } from '../../../format/file-text'
import type { KnownTag } from '../../../format/terms/tag-directory'
import { tagSlug } from '../../../format/terms/tag-slug'
import { isTagsFile, tagsFile } from '../../../format/terms/tags-file'
import { yamlDocument } from '../../../format/yaml/yaml-document'
import { YamlPatch } from '../../../format/yaml/yaml-patch'
import type { ExportSite, KeptSiteFile } from '../export-plan'
import { type ExportTerms, keyOf, tagNameOf } from '../terms'
import { addEntry, changedBytes, type EntryFields, namedIn, readersOf, type SiteFileText } from './entries'

/** The keys of the tags in the tags.yml of each language. */
export const tagKeysIn = (files: readonly KeptSiteFile[]): Map<Locale, ReadonlySet<string>> =>
  new Map(
    files
      .filter(({ path }) => isTagsFile(path))
      .map((file) => [file.locale, new Set(Object.keys(tagsFile(file).tags))]),
  )

/** A tags.yml as it was imported, with what has changed here since, and with the tags that posts name now. */
export function patchedTags(
  file: KeptSiteFile,
  { site, terms }: { site: ExportSite; terms: ExportTerms },
): SiteFileText {
  const { tags, refused } = tagsFile(file)
  if (refused.length > 0) return file
  const text = fileText(file.bytes)
  const patch = new YamlPatch(text, yamlDocument(text).document)
  const known = new Map<string | undefined, string>()
  for (const [key, entry] of Object.entries(tags)) {
    const id = terms.tagNamed(file.locale, key) ?? terms.tagNamed(file.locale, entry.label ?? key)
    const tag = site.tags.find((one) => one.id === id)
    if (!tag || known.has(id)) continue
    known.set(id, key)
    patchTag(patch, { key, entry, tag, locale: file.locale })
  }
  for (const tag of namedIn(terms.namedTags, readersOf(file, site, isTagsFile))) {
    if (!known.has(tag.id)) addEntry(patch, keyOf(tag, file.locale), tagFields(tag, file.locale), file)
  }
  return { path: file.path, bytes: changedBytes(file.bytes, text, patch.text) }
}

/** The fields of a tag in the tags.yml of a language. */
export function tagFields(tag: KnownTag, locale: Locale): EntryFields {
  const label = tagNameOf(tag, locale)
  const slug = keyOf(tag, locale)
  return {
    label,
    permalink: slug === tagSlug(label ?? '') ? undefined : `/${slug}`,
    description: tag.description[locale] || undefined,
  }
}

type Entry = { label?: string | undefined; description?: string | undefined }

/** Patches the fields of a tag. Other spellings are entries too, so a label that the tag still knows is left alone. */
function patchTag(
  patch: YamlPatch,
  { key, entry, tag, locale }: { key: string; entry: Entry; tag: KnownTag; locale: Locale },
) {
  const { [locale]: name } = tag.name
  const label = entry.label ?? key
  const spellings = [name, ...(tag.aliases[locale] ?? [])]
  if (name && !spellings.includes(label)) patch.set([key, 'label'], name)
  const { [locale]: description } = tag.description
  if (description && description !== entry.description) patch.set([key, 'description'], description)
}
