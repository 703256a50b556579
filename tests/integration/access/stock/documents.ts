import type { CollectionSlug, Payload } from 'payload'
import sharp from 'sharp'
import { locales } from '@/i18n/locales'
import { bodyOf } from '../../../support/samples/bodies'
import type { People } from './people'

/** The owner of a document, as the author sees it. For accounts, as the asking user sees it. */
export type Owner = 'begun by me' | 'under my byline' | 'mine' | "another's"
export type State = 'draft' | 'published'
export type Subject = { owner: Owner; state: State }

let count = 0
const next = () => {
  count += 1
  return count
}

export const picture = async () => ({
  name: `picture-${next()}.png`,
  type: 'image/png',
  bytes: new Uint8Array(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#b8430b' } })
      .png()
      .toBuffer(),
  ),
})

/** Returns the data to create a document of a collection with, over REST. */
export async function sampleDocument(collection: string, people: People): Promise<Record<string, unknown>> {
  const n = next()
  const texts: Record<string, () => Record<string, unknown> | Promise<Record<string, unknown>>> = {
    articles: () => ({ title: `Title ${n}`, slug: `title-${n}`, body: bodyOf(`Text ${n}.`) }),
    projects: () => ({ name: `Project ${n}`, slug: `project-${n}`, summary: `Summary ${n}` }),
    authors: () => ({ name: `Author ${n}`, slug: `author-${n}`, title: 'Writer' }),
    tags: () => ({ name: `Tag ${n}`, slug: `tag-${n}` }),
    categories: () => ({ name: `Category ${n}`, slug: `category-${n}` }),
    media: () => ({ alt: `Picture ${n}` }),
    redirects: async () => ({ from: `/old/${n}`, article: await someArticle(people), locale: 'id' }),
    users: () => ({
      name: `User ${n}`,
      email: `user-${n}@example.org`,
      password: 'kopi susu dingin',
      role: 'author',
    }),
    sources: () => ({ path: `blog/${n}.md`, bytes: 'AA==', sha256: 'x' }),
    'payload-kv': () => ({ key: `key-${n}`, data: {} }),
    'payload-locked-documents': async () => ({
      document: { relationTo: 'articles', value: await someArticle(people) },
      user: { relationTo: 'users', value: people.stranger.id },
    }),
    'payload-preferences': () => ({ key: `key-${n}`, value: { n } }),
  }
  const text = texts[collection]
  if (!text)
    throw new Error(
      `Expected a sampleDocument of \`${collection}\` in tests/integration/access/stock/documents.ts.`,
    )
  return text()
}

let article: string | undefined
let boot: Payload | undefined
async function someArticle(people: People): Promise<string> {
  if (!boot) throw new Error('Expected documents to be made first.')
  article ??= await makeArticle(boot, people, { owner: "another's", state: 'draft' })
  return article
}

export async function make(
  payload: Payload,
  collection: string,
  people: People,
  subject: Subject,
): Promise<string> {
  boot = payload
  if (collection === 'articles') return makeArticle(payload, people, subject)
  if (collection === 'projects') return makeProject(payload, people, subject)
  const data = await sampleDocument(collection, people)
  const owner = subject.owner === "another's" ? people.stranger : people.author
  if (collection === 'payload-preferences') data.user = { relationTo: 'users', value: owner.id }
  const made = await payload.create({
    collection: collection as CollectionSlug,
    locale: 'id',
    data: data as never,
    ...(collection === 'payload-preferences' ? { user: { ...owner, collection: 'users' } as never } : {}),
    ...(collection === 'media' ? { file: await asFile() } : {}),
  })
  return String(made.id)
}

export async function asFile() {
  const { bytes, name, type } = await picture()
  return { data: Buffer.from(bytes), mimetype: type, name, size: bytes.length }
}

async function makeArticle(payload: Payload, people: People, { owner, state }: Subject): Promise<string> {
  const createdBy = owner === 'begun by me' ? people.author.id : people.stranger.id
  const authors = owner === 'under my byline' ? [people.bylineId] : []
  return inBothLanguages(payload, 'articles', state, async () => ({
    ...(await sampleDocument('articles', people)),
    createdBy,
    authors,
  }))
}

const makeProject = (payload: Payload, people: People, { state }: Subject): Promise<string> =>
  inBothLanguages(payload, 'projects', state, () => sampleDocument('projects', people))

async function inBothLanguages(
  payload: Payload,
  collection: 'articles' | 'projects',
  state: State,
  texts: () => Promise<Record<string, unknown>>,
): Promise<string> {
  let id: string | undefined
  for (const locale of locales) {
    const common = { collection, locale, draft: state === 'draft' }
    const data = { ...(await texts()), _status: state } as never
    const saved = (
      id
        ? await payload.update({ ...common, id, data } as never)
        : await payload.create({ ...common, data } as never)
    ) as { id: string }
    id = saved.id
  }
  return id as string
}
