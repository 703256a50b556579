import { beforeAll, expect, test } from 'vitest'
import type { LanguageStates } from '@/publishing/language-states'
import type { PublishedCollection } from '@/publishing/publishables/publishable'
import { withPayload } from '../../support/postgres/payload'
import { bodyOf } from '../../support/samples/bodies'

const terbit = withPayload()
const online = { _status: 'published' as const }
const empty = { state: 'empty', title: null, slug: null }
let statesOf: (collection: PublishedCollection, id: string) => Promise<LanguageStates | undefined>

beforeAll(async () => {
  const { languageStates } = await import('@/publishing/language-states')
  statesOf = async (collection, id) => (await languageStates(terbit.payload, collection, [id])).get(id)
})

test('an article has its own title and address in each language', async () => {
  const common = { collection: 'articles', locale: 'en', depth: 0 } as const
  const { id } = await terbit.payload.create({ ...common, data: { title: 'Coffee' }, draft: true })
  const states = () => statesOf('articles', id)
  expect(await states()).toEqual({ en: { state: 'draft', title: 'Coffee', slug: null }, id: empty })

  await terbit.payload.update({ ...common, id, data: { body: bodyOf('Hot.'), ...online } })
  expect(await states()).toEqual({ en: { state: 'published', title: 'Coffee', slug: 'coffee' }, id: empty })

  await terbit.payload.update({ ...common, id, data: { title: 'Tea' }, draft: true })
  await terbit.payload.update({
    ...common,
    id,
    locale: 'id',
    data: { body: bodyOf('Panas.') },
    draft: true,
  })
  expect(await states()).toEqual({
    en: { state: 'changed', title: 'Tea', slug: 'coffee' },
    id: { state: 'draft', title: null, slug: null },
  })
})

test('a project has one name and one address for all languages', async () => {
  const common = { collection: 'projects', locale: 'en', depth: 0 } as const
  const { id } = await terbit.payload.create({ ...common, data: { name: 'Map' }, draft: true })
  const states = () => statesOf('projects', id)
  const named = { state: 'empty', title: 'Map', slug: null }
  expect(await states()).toEqual({ en: named, id: named })

  await terbit.payload.update({ ...common, id, data: online })
  await terbit.payload.update({ ...common, id, locale: 'id', data: { summary: 'Peta' }, draft: true })
  expect(await states()).toEqual({
    en: { state: 'published', title: 'Map', slug: 'map' },
    id: { state: 'draft', title: 'Map', slug: null },
  })

  await terbit.payload.update({ ...common, id, data: { summary: 'A map' }, draft: true })
  expect(await states()).toMatchObject({ en: { state: 'changed', title: 'Map', slug: 'map' } })
})
