import type { Locale } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import { sha256Of } from '@/sha256'
import { placeInBlog } from '../../format/post-path'
import type { Item } from '../../format/report'
import { type AuthorsFile, authorsFile } from '../../format/terms/authors-file'
import { type TagsFile, tagsFile } from '../../format/terms/tags-file'
import type { PlannedSiteFile } from './import-plan'
import type { SitePosts } from './site-posts'

type Site = Pick<SitePosts, 'files' | 'locales' | 'defaultLocale'>

/** The authors.yml of each language, and the faults of these files. */
export function authorsIn(site: Site): { authors: Map<Locale, AuthorsFile>; refused: Item[] } {
  const read = namedFiles(site, /^authors\.ya?ml$/).map(({ locale, file }) => ({
    locale,
    ...authorsFile(file),
  }))
  return {
    authors: new Map(read.map(({ locale, ...one }) => [locale, one])),
    refused: read.flatMap(({ refused }) => refused),
  }
}

/** The tags.yml of each language, and the faults of these files. */
export function tagsIn(site: Site): { wordings: Localized<TagsFile['tags']>; refused: Item[] } {
  const read = namedFiles(site, /^tags\.ya?ml$/).map(({ locale, file }) => ({ locale, ...tagsFile(file) }))
  return {
    wordings: Object.fromEntries(read.map(({ locale, tags }) => [locale, tags])),
    refused: read.flatMap(({ refused }) => refused),
  }
}

/** The files from which no article comes and which an export gives back. */
export const filesToKeep = (site: Site): PlannedSiteFile[] =>
  namedFiles(site, /^(?:authors\.ya?ml|tags\.ya?ml|options\.json)$/).map(({ locale, file }) => ({
    path: file.path,
    locale,
    bytes: file.bytes,
    sha256: sha256Of(file.bytes),
  }))

function namedFiles({ files, ...languages }: Site, name: RegExp) {
  return files.flatMap((file) => {
    const place = placeInBlog(file.path, languages)
    return place && 'bytes' in file && name.test(place.relative) ? [{ locale: place.locale, file }] : []
  })
}
