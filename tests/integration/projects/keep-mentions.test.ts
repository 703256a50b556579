import { expect, test } from 'vitest'
import { query, sql } from '@/database/query'
import { withPayload } from '../../support/postgres/payload'
import { bodyOf } from '../../support/samples/bodies'

const terbit = withPayload()

const mentioned = async (project: string) =>
  (
    await query<{ text: string }>(
      terbit.payload,
      sql`select matched_text as text from mentions where project = ${project} order by position`,
    )
  ).map(({ text }) => text)

async function article(...paragraphs: string[]) {
  const data = { title: paragraphs[0] ?? '', body: bodyOf(...paragraphs), _status: 'published' as const }
  return terbit.payload.create({ collection: 'articles', locale: 'id', data })
}

const online = { collection: 'projects', locale: 'id' } as const

test('another name counts when it goes online, though a draft had it before', async () => {
  await article('Angkot lewat.', 'Angkutan kota juga.')
  const { id } = await terbit.payload.create({ ...online, data: { name: 'Angkot', _status: 'published' } })
  expect(await mentioned(id)).toEqual(['Angkot'])
  await terbit.payload.update({ ...online, id, data: { aliases: ['Angkutan kota'] }, draft: true })
  expect(await mentioned(id)).toEqual(['Angkot'])
  await terbit.payload.update({ ...online, id, data: { _status: 'published' } })
  expect(await mentioned(id)).toEqual(['Angkot', 'Angkutan kota'])
  await terbit.payload.update({ ...online, id, data: { aliases: [], _status: 'published' } })
  expect(await mentioned(id)).toEqual(['Angkot'])
})

test('a name with a quotation mark in it is found', async () => {
  await article('Majalah "Pagi" terbit.')
  const { id } = await terbit.payload.create({
    ...online,
    data: { name: 'Majalah "Pagi"', _status: 'published' },
  })
  expect(await mentioned(id)).toEqual(['Majalah "Pagi"'])
})

test('an article that changed mentions what it says now, in its own order', async () => {
  const { id: project } = await terbit.payload.create({
    ...online,
    data: { name: 'Lumbung', aliases: ['Gudang'], _status: 'published' },
  })
  const { id } = await article('Gudang dulu.', 'Lumbung kini.')
  expect(await mentioned(project)).toEqual(['Gudang', 'Lumbung'])
  const body = bodyOf('Hanya Lumbung.')
  await terbit.payload.update({
    collection: 'articles',
    locale: 'id',
    id,
    data: { body, _status: 'published' },
  })
  expect(await mentioned(project)).toEqual(['Lumbung'])
  await terbit.payload.update({ collection: 'articles', locale: 'id', id, data: { _status: 'draft' } })
  expect(await mentioned(project)).toEqual([])
})
