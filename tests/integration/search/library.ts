import type { Payload } from 'payload'
import type { Locale } from '@/i18n/locales'
import { learnWords } from '@/search/learn-words'
import { type SearchOptions, search } from '@/search/search'
import { bodyOf } from '../../support/samples/bodies'

type Fields = Record<string, unknown> & { title: string; text: string }

/** Publishes an article in a language and returns its id. */
export async function publish(
  payload: Payload,
  { title, text, ...fields }: Fields,
  locale: Locale = 'id',
): Promise<string> {
  const { id } = await payload.create({ collection: 'articles', locale, draft: true, data: { title } })
  await payload.update({
    collection: 'articles',
    id,
    locale,
    data: { title, body: bodyOf(text), ...fields, _status: 'published' },
  })
  await learnWords(payload)
  return id
}

/** Returns the titles that a question finds, best first. */
export async function titles(
  payload: Payload,
  question: string,
  { locale = 'id', ...more }: Partial<SearchOptions> = {},
): Promise<string[]> {
  const found = await answersTo(payload, question, { locale, ...more })
  const { docs } = await payload.find({
    collection: 'articles',
    locale,
    where: { id: { in: found.found.map(({ article }) => article) } },
    limit: 100,
  })
  const named = new Map(docs.map(({ id, title }) => [id, title ?? '']))
  return found.found.map(({ article }) => named.get(article) ?? article)
}

export const answersTo = (payload: Payload, question: string, more: Partial<SearchOptions> = {}) =>
  search(payload, {
    locale: 'id',
    question,
    filters: {},
    timeZone: 'Asia/Jakarta',
    limit: 10,
    offset: 0,
    ...more,
  })
