import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { findNames } from '@/search/names'
import { withPayload } from '../../support/postgres/payload'
import { publish } from './library'

const terbit = withPayload()
const ids: Record<string, string> = {}

beforeAll(async () => {
  const { payload } = terbit
  const tagged = async (name: string) =>
    (await payload.create({ collection: 'tags', locale: 'id', data: { name, slug: name.toLowerCase() } })).id
  const author = async (name: string, slug: string) =>
    (await payload.create({ collection: 'authors', locale: 'id', data: { name, slug } })).id
  const project = async (name: string, more: { _status?: 'published'; aliases?: string[] }) =>
    (await payload.create({ collection: 'projects', locale: 'id', data: { name, ...more } })).id
  Object.assign(ids, {
    kota: await tagged('Kota'),
    desa: await tagged('Desa'),
    josé: await author('José Kotanegara', 'jose'),
    unheard: await author('Kotaro', 'kotaro'),
    map: await project('Peta Rel', { _status: 'published', aliases: ['KotaRel', 'Rel 100%'] }),
    draft: await project('Kota Impian', {}),
  })
  await publish(payload, { title: 'Rel', text: 'Kereta.', tags: [ids.kota], authors: [ids.josé] })
})

test.each([
  ['kota', ['kota', 'map', 'josé']],
  ['KOT', ['kota', 'map', 'josé']],
  ['jose', ['josé']],
  ['JOSÉ kotaneg', ['josé']],
  ['rel peta', ['map']],
  ['rel 100%', ['map']],
  ['ota', []],
  ['desa', []],
  ['impian', []],
  ['kotaro', []],
  ['kota -rel', ['kota', 'map', 'josé']],
  ['-kota', []],
  ['.* "', []],
  ['', []],
])('%s is what %j are called', async (question, expected) => {
  const found = await findNames(terbit.payload, { locale: 'id', question })
  expect(found.map(({ id }) => Object.keys(ids).find((key) => ids[key] === id))).toEqual(expected)
})

test('what is online in one language alone is not named in another', async () => {
  expect(await findNames(terbit.payload, { locale: 'en', question: 'kota' })).toEqual([])
})

test('any text in any language is a question', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (question) => {
      expect((await findNames(terbit.payload, { locale: 'id', question })).length).toBeLessThanOrEqual(6)
    }),
  )
})
