import type { Locale } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import { type AuthorsFile, authorsFile } from '../../format/authors'
import { placeInBlog, type TakenLanguages } from '../../format/post-path'
import type { ImportPlan, Item, SiteFile } from './import-plan'
import { type TagsFile, tagsFile } from './tags'

/** The files of a site, and the languages that are taken of it. */
export type SiteFiles = TakenLanguages & { files: readonly SiteFile[] }

/** What the authors.yml of each language says, and what is wrong with it. */
export function authorsIn(site: SiteFiles): { authors: Map<Locale, AuthorsFile>; refused: Item[] } {
  const read = namedFiles(site, /^authors\.ya?ml$/).map(({ locale, file }) => ({
    locale,
    ...authorsFile(file),
  }))
  return {
    authors: new Map(read.map(({ locale, ...one }) => [locale, one])),
    refused: read.flatMap(({ refused }) => refused),
  }
}

/** What the tags.yml of each language says, and what is wrong with it. */
export function tagsIn(site: SiteFiles): { wordings: Localized<TagsFile['tags']>; refused: Item[] } {
  const read = namedFiles(site, /^tags\.ya?ml$/).map(({ locale, file }) => ({ locale, ...tagsFile(file) }))
  return {
    wordings: Object.fromEntries(read.map(({ locale, tags }) => [locale, tags])),
    refused: read.flatMap(({ refused }) => refused),
  }
}

/** The files that an export gives back although no article came from them. */
export const filesToKeep = (site: SiteFiles): ImportPlan['siteFiles'] =>
  namedFiles(site, /^(?:authors\.ya?ml|tags\.ya?ml|options\.json)$/).map(({ locale, file }) => ({
    path: file.path,
    locale,
    bytes: file.bytes,
  }))

function namedFiles({ files, ...languages }: SiteFiles, name: RegExp) {
  return files.flatMap((file) => {
    const place = placeInBlog(file.path, languages)
    return place && 'bytes' in file && name.test(place.relative) ? [{ locale: place.locale, file }] : []
  })
}
