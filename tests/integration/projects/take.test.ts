import type { Payload } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { toBody } from '@/markdown/read/to-body'
import type { Article, Project } from '@/payload-types'
import type { ProjectsPreview } from '@/projects/write/take-endpoints'
import { withPayload } from '../../support/postgres/payload'
import { rest, type Session } from '../../support/product/rest'
import { invitePeople, type People } from '../access/stock/people'

const terbit = withPayload()
let people: People

beforeAll(async () => {
  people = await invitePeople(terbit.payload)
})

const text = (category: string, ...rows: [name: string, summary: string][]) =>
  `## ${category}\n\n${rows.map(([name, summary]) => `- **${name}**: ${summary}`).join('\n')}\n`

const bodyOf = (markdown: string) => toBody(markdown).body as Article['body']

let count = 0

/** An article that lists two projects in both languages. It is online in the languages that are given. */
async function listing(payload: Payload, ...online: Locale[]) {
  count += 1
  const [one, two, category] = [`Lumbung ${count}`, `Gudang ${count}`, `Alat ${count}`]
  const common = { collection: 'articles', fallbackLocale: false } as const
  const data = (title: string, markdown: string) => ({ title, body: bodyOf(markdown) })
  const { id } = await payload.create({
    ...common,
    locale: 'id',
    draft: true,
    data: {
      ...data(`Daftar ${count}`, text(category, [one, 'Menyimpan kata.'], [two, 'Menyimpan _padi_.'])),
      sourceLocale: 'id',
    },
  })
  await payload.update({
    ...common,
    id,
    locale: 'en',
    draft: true,
    data: data(`List ${count}`, text(`Tools ${count}`, [one, 'Keeps words.'], [two, 'Keeps rice.'])),
  })
  for (const locale of online) await payload.update({ ...common, id, locale, data: { _status: 'published' } })
  return { id, one, two, category }
}

const preview = async (article: string, as: Session = people.editor.session) =>
  (await rest('GET', `/articles/${article}/projects`, { as })).json as unknown as ProjectsPreview

async function take(article: string, winner?: 'theirs' | 'ours') {
  const { digest } = await preview(article)
  return rest('POST', `/articles/${article}/projects`, {
    as: people.editor.session,
    body: { digest, ...(winner ? { winner } : {}) },
  })
}

async function projectNamed(name: string, locale: Locale = 'id', draft = true): Promise<Project | undefined> {
  const { docs } = await terbit.payload.find({
    collection: 'projects',
    where: { name: { equals: name } },
    locale,
    fallbackLocale: false,
    draft,
    depth: 0,
  })
  return docs[0]
}

const summaryOf = async (name: string, locale: Locale = 'id') =>
  (await projectNamed(name, locale))?.memberships?.[0]?.summary

test('a preview says what would be, and writes nothing', async () => {
  const { id, one, two, category } = await listing(terbit.payload, 'id', 'en')
  const shown = await preview(id)
  expect(shown.counts).toEqual({ created: 2, updated: 0, unchanged: 0, memberships: 2, categories: 1 })
  expect(shown.projects.map(({ name, does }) => [name, does])).toEqual([
    [one, 'created'],
    [two, 'created'],
  ])
  expect(shown.projects[1]?.places).toEqual([
    {
      category,
      adds: true,
      texts: [
        { locale: 'id', text: 'Menyimpan _padi_.' },
        { locale: 'en', text: 'Keeps rice.' },
      ],
    },
  ])
  expect(await projectNamed(one)).toBeUndefined()
})

test('each language of a project goes online with that of the article', async () => {
  const { id, one } = await listing(terbit.payload, 'id')
  expect((await take(id)).status).toBe(201)
  const [indonesian, english] = await Promise.all([projectNamed(one, 'id'), projectNamed(one, 'en')])
  expect([indonesian?._status, english?._status]).toEqual(['published', 'draft'])
  expect(english?.memberships?.[0]).toMatchObject({ summary: 'Keeps words.', sourceArticle: id })
})

test('taking them again changes nothing', async () => {
  const { id } = await listing(terbit.payload, 'id', 'en')
  await take(id)
  const everything = () => query(terbit.payload, sql`select to_jsonb(v) from _projects_v v order by v.id`)
  const before = await everything()
  const again = await take(id)
  expect(again.json.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  expect(await everything()).toEqual(before)
})

describe('after an editor has changed a project', () => {
  async function edited() {
    const listed = await listing(terbit.payload, 'id', 'en')
    await take(listed.id)
    const doc = await projectNamed(listed.one)
    const memberships = (doc?.memberships ?? []).map((row) => ({
      ...row,
      summary: 'Kata seorang penyunting.',
    }))
    await terbit.payload.update({
      collection: 'projects',
      id: doc?.id ?? '',
      locale: 'id',
      data: { name: `${listed.one} baru`, memberships, _status: 'published' },
    })
    return listed
  }

  const rewrite = ({ id, one, two, category }: Awaited<ReturnType<typeof listing>>) =>
    terbit.payload.update({
      collection: 'articles',
      id,
      locale: 'id',
      draft: true,
      data: { body: bodyOf(text(category, [one, 'Menyimpan segala kata.'], [two, 'Menyimpan beras.'])) },
    })

  test('the words and the name that an editor wrote stay while the article says what it said', async () => {
    const { id, one } = await edited()
    expect((await take(id)).json.counts).toMatchObject({ created: 0, updated: 0 })
    expect(await summaryOf(`${one} baru`)).toBe('Kata seorang penyunting.')
  })

  test('an article that changed after an editor changed its project is a conflict, which holds nothing else up', async () => {
    const listed = await edited()
    await rewrite(listed)
    const { json } = await take(listed.id)
    expect(json.conflicts).toEqual([
      {
        name: `${listed.one} baru`,
        locale: 'id',
        here: 'Kata seorang penyunting.',
        article: 'Menyimpan segala kata.',
      },
    ])
    expect(await summaryOf(`${listed.one} baru`)).toBe('Kata seorang penyunting.')
    expect(await summaryOf(listed.two)).toBe('Menyimpan beras.')
    expect((await preview(listed.id)).conflicts).toHaveLength(1)
  })

  test.each([
    ['theirs', 'Menyimpan segala kata.'],
    ['ours', 'Kata seorang penyunting.'],
  ] as const)('the conflict is settled by %s', async (winner, summary) => {
    const listed = await edited()
    await rewrite(listed)
    await take(listed.id, winner)
    expect(await summaryOf(`${listed.one} baru`)).toBe(summary)
    expect((await preview(listed.id)).conflicts).toEqual([])
  })
})

test('a draft that somebody holds back stays a draft', async () => {
  const { id, one } = await listing(terbit.payload, 'id')
  await take(id)
  const doc = await projectNamed(one)
  const common = { collection: 'projects', id: doc?.id ?? '', locale: 'id' } as const
  await terbit.payload.update({ ...common, data: { summary: 'Belum siap.' }, draft: true })
  await terbit.payload.update({
    collection: 'articles',
    id,
    locale: 'id',
    data: { body: bodyOf(text(`Alat ${count}`, [one, 'Lebih baik.'])), _status: 'published' },
  })
  await take(id)
  expect(await summaryOf(one)).toBe('Lebih baik.')
  const online = await projectNamed(one, 'id', false)
  expect([online?.summary, online?.memberships?.[0]?.summary]).toEqual([null, 'Menyimpan kata.'])
})

describe('a request', () => {
  test.each([
    ['visitor', 401],
    ['deactivated', 401],
    ['translator', 403],
    ['author', 403],
    ['editor', 200],
    ['admin', 200],
  ] as const)('a request of the %s is answered %i', async (who, status) => {
    const { id } = await listing(terbit.payload, 'id')
    const answer = await rest('GET', `/articles/${id}/projects`, { as: people[who]?.session })
    expect(answer.status).toBe(status)
  })

  test('a request that confirms another preview than the present one is answered 409 with that, and takes nothing', async () => {
    const { id, one } = await listing(terbit.payload, 'id')
    const { digest } = await preview(id)
    await terbit.payload.create({ collection: 'projects', data: { name: one }, locale: 'id' })
    const { status, json } = await rest('POST', `/articles/${id}/projects`, {
      as: people.editor.session,
      body: { digest },
    })
    expect([status, (json.preview as ProjectsPreview).counts]).toMatchObject([
      409,
      { created: 1, updated: 1 },
    ])
    expect((await projectNamed(one))?.memberships).toEqual([])
  })

  test('a request without a digest is answered 400, one for no article 404', async () => {
    const { id } = await listing(terbit.payload, 'id')
    const as = people.editor.session
    expect((await rest('POST', `/articles/${id}/projects`, { as, body: {} })).status).toBe(400)
    const nowhere = '/articles/00000000-0000-4000-8000-000000000000/projects'
    expect((await rest('GET', nowhere, { as })).status).toBe(404)
    expect((await rest('GET', '/articles/none/projects', { as })).status).toBe(404)
  })
})
