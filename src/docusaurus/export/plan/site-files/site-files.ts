import { type Locale, locales } from '@/i18n/locales'
import { isAuthorsFile } from '../../../format/terms/authors-file'
import { isTagsFile } from '../../../format/terms/tags-file'
import { folderOf } from '../places'
import type { Exporting } from '../post'
import { keyOf, needsEntry } from '../terms'
import { authorFields, patchedAuthors } from './authors'
import { entriesText, namedIn, type SiteFileText } from './entries'
import { patchedTags, tagFields } from './tags'

/**
 * Writes authors.yml, tags.yml and options.json: as they were imported, with what has changed here since, and with the
 * authors and tags that posts name now. They are written after all posts, since each post adds the terms that it names.
 */
export function exportedSiteFiles(exporting: Exporting): SiteFileText[] {
  const { files } = exporting.site
  const patched = files.map((file) => {
    if (isAuthorsFile(file.path)) return patchedAuthors(file, exporting)
    return isTagsFile(file.path) ? patchedTags(file, exporting) : { path: file.path, bytes: file.bytes }
  })
  return [
    ...patched,
    ...(files.some(({ path }) => isAuthorsFile(path)) ? [] : newFiles('authors.yml', exporting, authorsIn)),
    ...(files.some(({ path }) => isTagsFile(path)) ? [] : newFiles('tags.yml', exporting, tagsIn)),
  ]
}

type Entries = (locale: Locale, exporting: Exporting) => Parameters<typeof entriesText>[0]

/** New files, one for each language whose posts name such terms. */
function newFiles(name: string, exporting: Exporting, entriesIn: Entries): SiteFileText[] {
  const { defaultLocale } = exporting.site
  return locales.flatMap((locale) => {
    const entries = entriesIn(locale, exporting)
    const text = entriesText(entries)
    return text === ''
      ? []
      : [{ path: `${folderOf(locale, defaultLocale)}/${name}`, bytes: Buffer.from(text) }]
  })
}

const authorsIn: Entries = (locale, { terms, pictures }) =>
  namedIn(terms.namedAuthors, [locale]).map((author) => [author.slug, authorFields(author, locale, pictures)])

const tagsIn: Entries = (locale, { terms }) =>
  namedIn(terms.namedTags, [locale])
    .filter((tag) => needsEntry(tag, locale))
    .map((tag) => [keyOf(tag, locale), tagFields(tag, locale)])
