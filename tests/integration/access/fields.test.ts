import { beforeAll, expect, test } from 'vitest'
import { withPayload } from '../../support/postgres/payload'
import { rest } from '../../support/product/rest'
import { make, picture, sampleDocument } from './stock/documents'
import { invitePeople, type People } from './stock/people'

const terbit = withPayload()
let people: People
let otherByline: string
let tag: string

beforeAll(async () => {
  terbit.payload.logger.level = 'silent'
  people = await invitePeople(terbit.payload)
  otherByline = (await terbit.payload.create({ collection: 'authors', data: { name: 'Budi', slug: 'budi' } }))
    .id
  tag = (
    await terbit.payload.create({ collection: 'tags', locale: 'id', data: { name: 'Kota', slug: 'kota' } })
  ).id
})

const newArticle = (
  owner: 'begun by me' | 'under my byline' | "another's",
  state: 'draft' | 'published' = 'draft',
) => make(terbit.payload, 'articles', people, { owner, state })

const read = (id: string, locale: 'id' | 'en' = 'en') =>
  terbit.payload.findByID({
    collection: 'articles',
    id,
    locale,
    draft: true,
    depth: 0,
    fallbackLocale: false,
  })

const as = (name: 'translator' | 'author' | 'editor') => people[name].session

test('a translator writes the words of their language and leaves what languages share as it is', async () => {
  const id = await newArticle("another's")
  const body = { title: 'Translated', authors: [otherByline], tags: [tag], sourceLocale: 'en' }
  const answer = await rest('PATCH', `/articles/${id}`, { as: as('translator'), locale: 'en', body })
  expect(answer.status).toBe(200)
  expect(answer.json.doc).toMatchObject({ title: 'Translated', authors: [], tags: [], sourceLocale: 'id' })
  expect(await read(id)).toMatchObject({ title: 'Translated', authors: [], tags: [], sourceLocale: 'id' })
})

test('a translator who sends the whole form with its shared fields as they were is served', async () => {
  const id = await newArticle('under my byline')
  const { json } = await rest('GET', `/articles/${id}`, {
    as: as('translator'),
    locale: 'en',
    query: 'depth=0&draft=true',
  })
  const body = { ...json, title: 'Translated' }
  const answer = await rest('PATCH', `/articles/${id}`, {
    as: as('translator'),
    locale: 'en',
    query: 'draft=true',
    body,
  })
  expect(answer.status).toBe(200)
  expect((await read(id)).authors).toEqual(json.authors)
})

test('a translator’s old form does not overwrite what an editor changed meanwhile', async () => {
  const id = await newArticle('under my byline')
  const { json } = await rest('GET', `/articles/${id}`, {
    as: as('translator'),
    locale: 'en',
    query: 'depth=0&draft=true',
  })
  await rest('PATCH', `/articles/${id}`, {
    as: as('editor'),
    locale: 'id',
    query: 'draft=true',
    body: { tags: [tag] },
  })
  await rest('PATCH', `/articles/${id}`, {
    as: as('translator'),
    locale: 'en',
    query: 'draft=true',
    body: json,
  })
  expect((await read(id)).tags).toEqual([tag])
})

test('a translator writes no other language by naming it in publishSpecificLocale, in the data, or in all', async () => {
  const id = await newArticle("another's")
  const before = await read(id, 'id')
  const attempts: [string, object][] = [
    ['locale=en&publishSpecificLocale=id', { title: 'Sneaked', _status: 'published' }],
    ['locale=en&publishAllLocales=true', { title: 'Sneaked', _status: 'published' }],
    ['locale=en&unpublishAllLocales=true', { title: 'Sneaked' }],
    ['locale=all', { title: { id: 'Sneaked', en: 'Sneaked' } }],
    ['', { title: 'Sneaked', locale: 'id' }],
  ]
  const statuses: number[] = []
  for (const [query, body] of attempts)
    statuses.push((await rest('PATCH', `/articles/${id}`, { as: as('translator'), query, body })).status)
  expect(statuses).toEqual([403, 403, 403, 400, 403])
  expect(await read(id, 'id')).toEqual(before)
})

test('a translator translates the summaries of a project’s categories, and nothing else of them', async () => {
  const category = await terbit.payload.create({
    collection: 'categories',
    locale: 'en',
    data: { name: 'Agents', slug: 'agents' },
  })
  const project = await terbit.payload.create({
    collection: 'projects',
    locale: 'id',
    data: { name: 'Angkot', slug: 'angkot', memberships: [{ category: category.id, summary: 'Isi' }] },
  })
  const row = { ...project.memberships?.[0], category: category.id }
  const write = (memberships: object[]) =>
    rest('PATCH', `/projects/${project.id}`, { as: as('translator'), locale: 'en', body: { memberships } })
  const rowsIn = async (locale: 'id' | 'en') =>
    (
      await terbit.payload.findByID({
        collection: 'projects',
        id: project.id,
        locale,
        draft: true,
        depth: 0,
      })
    ).memberships?.map(({ id, category: of, summary }) => ({ id, category: of, summary }))

  const answer = await write([
    { ...row, summary: 'Content', sourceBlock: 'sneaked' },
    { category: category.id, summary: 'A row of my own' },
  ])
  expect(answer.status).toBe(200)
  expect(await rowsIn('en')).toEqual([{ id: row.id, category: category.id, summary: 'Content' }])
  expect(await rowsIn('id')).toEqual([{ id: row.id, category: category.id, summary: 'Isi' }])
  await write([])
  expect(await rowsIn('en')).toEqual([{ id: row.id, category: category.id, summary: 'Content' }])
})

test('an article that an author begins is theirs and carries their byline', async () => {
  const body = {
    ...(await sampleDocument('articles', people)),
    createdBy: people.stranger.id,
    importPath: 'blog/x.md',
  }
  const answer = await rest('POST', '/articles', { as: as('author'), locale: 'id', query: 'depth=0', body })
  expect(await read(String(answer.json.doc?.id), 'id')).toMatchObject({
    createdBy: people.author.id,
    authors: [people.bylineId],
    importPath: null,
  })
})

test('an author chooses which other bylines their article carries', async () => {
  const body = { ...(await sampleDocument('articles', people)), authors: [people.bylineId, otherByline] }
  const answer = await rest('POST', '/articles', { as: as('author'), locale: 'id', query: 'depth=0', body })
  expect(answer.json.doc?.authors).toEqual([people.bylineId, otherByline])
})

test('an author does not take over another’s article by setting its authors', async () => {
  const id = await newArticle("another's", 'published')
  for (const query of ['', 'draft=true', 'draft=true&autosave=true']) {
    const body = { authors: [people.bylineId], createdBy: people.author.id }
    expect(
      (await rest('PATCH', `/articles/${id}`, { as: as('author'), locale: 'id', query, body })).status,
    ).toBe(403)
  }
  const many = await rest('PATCH', '/articles', {
    as: as('author'),
    locale: 'id',
    query: `where[id][equals]=${id}`,
    body: { authors: [people.bylineId] },
  })
  expect(many.json.docs).toEqual([])
  expect(await read(id, 'id')).toMatchObject({ authors: [], createdBy: people.stranger.id })
})

test('an author neither gives their own article away nor renames its origin', async () => {
  const id = await newArticle('begun by me')
  const body = {
    createdBy: people.stranger.id,
    updatedBy: people.stranger.id,
    importPath: 'blog/x.md',
    revision: 99,
  }
  await rest('PATCH', `/articles/${id}`, { as: as('author'), locale: 'id', body })
  const article = await read(id, 'id')
  expect(article).toMatchObject({
    createdBy: people.author.id,
    updatedBy: people.author.id,
    importPath: null,
  })
  expect(article.revision).toBeLessThan(99)
})

test('a picture keeps the name and hash that its bytes are kept under, whoever sends others', async () => {
  const made = await rest('POST', '/media', {
    as: as('author'),
    locale: 'id',
    file: await picture(),
    body: { alt: 'A' },
  })
  const id = String(made.json.doc?.id)
  const facts = async () =>
    terbit.payload.findByID({ collection: 'media', id, locale: 'id', showHiddenFields: true, depth: 0 })
  const before = await facts()
  expect(before.originalSha256).toMatch(/^[0-9a-f]{64}$/)
  expect(before.placeholder).toMatch(/^data:image\/webp;base64,/)
  const body = {
    alt: 'B',
    originalSha256: '../../secret',
    originalName: 'x',
    placeholder: 'x") url("https://evil.example',
    filename: '../x.png',
    url: 'https://evil.example',
  }
  await rest('PATCH', `/media/${id}`, {
    as: as('editor'),
    locale: 'id',
    body: { ...body, filename: 'x.png' },
  })
  expect(await facts()).toMatchObject({
    alt: 'B',
    originalSha256: before.originalSha256,
    originalName: before.originalName,
    placeholder: before.placeholder,
    filename: before.filename,
    url: before.url,
  })
  expect((await rest('PATCH', `/media/${id}`, { as: as('editor'), locale: 'id', body })).status).toBe(400)
})
