import type { Locale } from '@/i18n/locales'
import { asVisitor, cms, documentsById } from '../cms'
import type { Term } from '../views'
import { eachLanguage, termOf } from './terms'

/** By id: the name of a document in a language (`label`), and the last part of its address there (`value`). */
export type OptionsById = Map<string, { value: string; label: Term }>

export async function tagsNamed(locale: Locale, ids: string[]): Promise<OptionsById> {
  const docs = await documentsById('tags', ids)
  return new Map(
    docs.flatMap(({ id, name, slug }) => {
      const label = termOf(eachLanguage(name), locale)
      const value = termOf(eachLanguage(slug), locale)?.text
      return label && value ? [[id, { label, value }]] : []
    }),
  )
}

export async function authorsNamed(locale: Locale, ids: string[]): Promise<OptionsById> {
  const docs = await documentsById('authors', ids)
  return new Map(docs.map(({ id, name, slug }) => [id, { value: slug, label: { text: name, lang: locale } }]))
}

export async function projectsNamed(locale: Locale, ids: string[]): Promise<OptionsById> {
  if (ids.length === 0) return new Map()
  const { docs } = await (await cms()).find({
    collection: 'projects',
    where: { id: { in: ids } },
    select: { name: true, slug: true },
    pagination: false,
    ...asVisitor(locale),
  })
  return new Map(
    docs.flatMap(({ id, name, slug }) =>
      slug ? [[id, { value: slug, label: { text: name, lang: locale } }]] : [],
    ),
  )
}
