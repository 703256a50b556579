import type { Locale } from '@/i18n/locales'
import type { Author, Tag } from '@/payload-types'
import { hrefFor } from '@/site/hrefs'
import { isSafeAddress } from '@/site/web-address'
import { documentsById } from '../cms'
import { picturesById } from '../site/pictures'
import type { AuthorSummary, Picture, TermLink } from '../views'
import { eachLanguage, termOf } from './terms'

/** Returns authors by id, as a reader of this language sees them. */
export async function authorsById(
  ids: readonly string[],
  locale: Locale,
): Promise<Map<string, AuthorSummary>> {
  const docs = await documentsById('authors', ids)
  const pictures = await picturesById(
    docs.map(({ picture }) => picture),
    locale,
  )
  return new Map(docs.map((author) => [author.id, authorSummary(author, locale, pictures)]))
}

export function authorSummary(author: Author, locale: Locale, pictures: Map<string, Picture>): AuthorSummary {
  const title = termOf(eachLanguage(author.title), locale)
  const picture = typeof author.picture === 'string' ? pictures.get(author.picture) : undefined
  return {
    name: author.name,
    href: hrefFor({ page: 'author', locale, slug: author.slug }),
    ...(title ? { title } : {}),
    ...(picture
      ? { picture }
      : author.pictureAddress && isSafeAddress(author.pictureAddress)
        ? { picture: { src: author.pictureAddress, alt: '' } }
        : {}),
  }
}

/** Returns links to tags by id. A tag without a slug in this language is reached by the slug of the other one. */
export async function tagLinksById(ids: readonly string[], locale: Locale): Promise<Map<string, TermLink>> {
  const docs = await documentsById('tags', ids)
  return new Map(docs.flatMap((tag) => tagLink(tag, locale).map((link) => [tag.id, link])))
}

export function tagLink(tag: Tag, locale: Locale): TermLink[] {
  const label = termOf(eachLanguage(tag.name), locale)
  const slug = termOf(eachLanguage(tag.slug), locale)
  return label && slug ? [{ label, href: hrefFor({ page: 'tag', locale, slug: slug.text }) }] : []
}
