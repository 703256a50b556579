import { type Locale, locales } from '@/i18n/locales'
import { fileText } from '../../../format/file-text'
import { isLocal } from '../../../format/local-picture'
import {
  type AuthorFields,
  authorsFile,
  hostLabel,
  isAuthorsFile,
  linksOf,
} from '../../../format/terms/authors-file'
import { yamlDocument } from '../../../format/yaml/yaml-document'
import { YamlPatch } from '../../../format/yaml/yaml-patch'
import type { ExportAuthor, ExportSite, KeptSiteFile } from '../export-plan'
import type { PicturePlaces } from '../pictures'
import type { ExportTerms } from '../terms'
import { addEntry, changedBytes, type EntryFields, namedIn, readersOf, type SiteFileText } from './entries'

/** An authors.yml as it was imported, with what has changed here since, and with the authors that posts name now. */
export function patchedAuthors(
  file: KeptSiteFile,
  { site, terms, pictures }: { site: ExportSite; terms: ExportTerms; pictures: PicturePlaces },
): SiteFileText {
  const { authors, refused } = authorsFile(file)
  if (refused.length > 0) return file
  const text = fileText(file.bytes)
  const patch = new YamlPatch(text, yamlDocument(text).document)
  for (const [key, before] of authors) {
    const author = site.authors.find(({ slug }) => slug === key)
    if (author) patchAuthor(patch, { key, before, author, pictures, file, site })
  }
  for (const author of namedIn(terms.namedAuthors, readersOf(file, site, isAuthorsFile))) {
    if (!authors.has(author.slug))
      addEntry(patch, author.slug, authorFields(author, file.locale, pictures), file)
  }
  return { path: file.path, bytes: changedBytes(file.bytes, text, patch.text) }
}

/** The fields of an author in the authors.yml of a language. */
export function authorFields(author: ExportAuthor, locale: Locale, pictures: PicturePlaces): EntryFields {
  const own = author.links.find(isOwnPage)
  const socials = author.links.filter((link) => link !== own).map(({ label, url }) => [label, url])
  return {
    name: author.name,
    title: author.title[locale] || undefined,
    description: author.biography[locale] || undefined,
    url: own?.url,
    image_url:
      pictures.heroOf({ picture: author.picture, address: author.pictureAddress }, place) || undefined,
    socials: Object.fromEntries(socials) as EntryFields,
  }
}

/** The file to which the addresses of pictures in authors.yml are relative. */
const place = 'blog/authors.yml'

type Patching = {
  key: string
  before: AuthorFields
  author: ExportAuthor
  pictures: PicturePlaces
  file: KeptSiteFile
  site: ExportSite
}

/** Patches an author. Names, pictures and links came from the first file that has them, so only that file changes. */
function patchAuthor(patch: YamlPatch, patching: Patching) {
  const { key, before, author, file, site } = patching
  const set = (field: string, was: string | undefined, is: string | null | undefined) => {
    if (is && is !== was) patch.set([key, field], is)
  }
  const said = fieldsInOrder(key, site)
  set('title', before.title, author.title[file.locale])
  set('description', before.description, author.biography[file.locale])
  if (said.find(() => true)?.file === file) set('name', before.name ?? key, author.name)
  if (speaker(said, ({ image_url, imageURL }) => image_url ?? imageURL) === file) patchPicture(set, patching)
  if (speaker(said, (fields) => linksOf(fields)[0]) === file) patchLinks(patch, patching)
}

type Said = { file: KeptSiteFile; fields: AuthorFields }[]

function fieldsInOrder(key: string, { files, defaultLocale }: ExportSite): Said {
  const order = [...locales].sort(
    (one, other) => Number(other === defaultLocale) - Number(one === defaultLocale),
  )
  return files
    .filter(({ path }) => isAuthorsFile(path))
    .sort((one, other) => order.indexOf(one.locale) - order.indexOf(other.locale))
    .flatMap((file) => {
      const fields = authorsFile(file).authors.get(key)
      return fields ? [{ file, fields }] : []
    })
}

const speaker = (said: Said, has: (fields: AuthorFields) => unknown) =>
  (said.find(({ fields }) => has(fields) !== undefined) ?? said[0])?.file

function patchPicture(
  set: (field: string, was: string | undefined, is: string | null) => void,
  { before, author, pictures }: Patching,
) {
  const was = before.image_url ?? before.imageURL
  // A picture that is a file of the site stays as the kept text has it, until another picture is chosen.
  const address = was !== undefined && isLocal(was) ? was : author.pictureAddress
  const is = pictures.heroOf({ picture: author.picture, address }, place)
  set(before.imageURL !== undefined ? 'imageURL' : 'image_url', was, is)
}

function patchLinks(patch: YamlPatch, { key, before, author }: Patching) {
  const was = linksOf(before).filter(({ href }) => /^https?:\/\//.test(href))
  const left = new Set(author.links)
  for (const { keys, label, href } of was) {
    const link = [...left].find((one) => one.url === href) ?? [...left].find((one) => one.label === label)
    if (!link) patch.remove([key, ...keys])
    else if (link.url !== href) patch.set([key, ...keys], link.url)
    if (link) left.delete(link)
  }
  for (const link of left) {
    const keys = isOwnPage(link) && before.url === undefined ? ['url'] : ['socials', link.label]
    patch.set([key, ...keys], link.url)
  }
}

/** Whether a link is the author's own page, whose label is its host. */
const isOwnPage = ({ label, url }: { label: string; url: string }) => label === hostLabel(url)
