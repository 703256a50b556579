import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { sweepFiles } from '@/media/sweep'
import { withPayload } from '../../support/postgres/payload'
import { rest } from '../../support/product/rest'
import { picture } from '../access/stock/documents'
import { invitePeople, type People } from '../access/stock/people'

const terbit = withPayload()
let people: People
let fails = false

beforeAll(async () => {
  terbit.payload.logger.level = 'silent'
  people = await invitePeople(terbit.payload)
  const { config } = terbit.payload.collections.media
  const failing = () => {
    if (fails) throw new Error('A hook of a test failed.')
  }
  config.hooks.afterChange.push(failing)
  config.hooks.afterDelete.push(failing)
})

afterEach(() => {
  fails = false
})

/** Every file below DATA_DIR. */
const files = async (): Promise<string[]> => {
  const entries = await readdir(terbit.dataDir, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}

const upload = async (as?: 'author' | 'editor') =>
  rest('POST', '/media', { as: as && people[as].session, locale: 'id', file: await picture() })

test('an upload that is refused writes no file', async () => {
  const before = await files()
  expect((await upload()).status).toBe(403)
  expect(await files()).toEqual(before)
})

test('a replacement that is refused writes no file', async () => {
  const { id } = (await upload('author')).json.doc ?? {}
  const before = await files()
  const ask = { as: people.translator.session, locale: 'en', file: await picture() }
  expect((await rest('PATCH', `/media/${id}`, ask)).status).toBe(403)
  expect(await files()).toEqual(before)
})

test('what is no picture is refused in words, and writes no file', async () => {
  const before = await files()
  const file = { name: 'x.png', type: 'image/png', bytes: new TextEncoder().encode('<svg onload=alert(1)>') }
  const answer = await rest('POST', '/media', { as: people.author.session, locale: 'id', file })
  expect([answer.status, (await files()).length - before.length]).toEqual([400, 0])
})

test('an upload whose transaction is rolled back leaves no picture', async () => {
  const before = await files()
  fails = true
  expect((await upload('author')).status).toBe(500)
  const left = (await files()).filter((file) => !before.includes(file) && !file.includes('/originals/'))
  expect(left).toEqual([])
})

test('a replacement or a deletion that is rolled back leaves the picture as it was', async () => {
  const { id } = (await upload('author')).json.doc ?? {}
  const before = await files()
  fails = true
  const as = people.editor.session
  await rest('PATCH', `/media/${id}`, { as, locale: 'id', file: await picture() })
  await rest('DELETE', `/media/${id}`, { as })
  expect(await files()).toEqual(expect.arrayContaining(before))
})

test('a picture that is replaced takes its old files along, and one that is deleted all of them', async () => {
  const before = await files()
  const as = people.editor.session
  const { id, filename } = (await upload('author')).json.doc ?? {}
  await rest('PATCH', `/media/${id}`, { as, locale: 'id', file: await picture() })
  const served = await rest('GET', `/media/file/${String(filename)}`)
  expect(served.status).toBe(404)
  await rest('DELETE', `/media/${id}`, { as })
  const left = (await files()).filter((file) => !before.includes(file) && !file.includes('/originals/'))
  expect(left).toEqual([])
})

test('six pictures at once wait for each other, and all are taken', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => upload('author')))
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201))
})

test('one file does not replace many pictures', async () => {
  await upload('author')
  const before = await files()
  const ask = {
    as: people.editor.session,
    locale: 'id',
    query: 'where[id][exists]=true',
    file: await picture(),
  }
  expect([(await rest('PATCH', '/media', ask)).status, await files()]).toEqual([400, before])
})

test('no picture is fetched from an address that a user names', async () => {
  const body = { filename: 'x.png', url: 'http://127.0.0.1:9/x.png' }
  const answer = await rest('POST', '/media', { as: people.author.session, locale: 'id', body })
  expect([answer.status, answer.text.includes('Send the file itself')]).toEqual([400, true])
})

const longAgo = new Date(Date.now() - 61 * 60_000)

test('files that no row names are swept after an hour, and no others', async () => {
  const folders = { media: join(terbit.dataDir, 'media'), originals: join(terbit.dataDir, 'originals') }
  for (const file of await files()) await utimes(file, longAgo, longAgo)
  await sweepFiles(terbit.payload, folders)
  await upload('author')
  const before = await files()
  const loose = [
    join(folders.media, 'loose.webp'),
    join(folders.originals, '.0af-12'),
    join(folders.media, 'new.webp'),
  ]
  for (const file of loose) await writeFile(file, 'x')
  for (const file of [...before, ...loose.slice(0, 2)]) await utimes(file, longAgo, longAgo)
  await sweepFiles(terbit.payload, folders)
  expect(await files()).toEqual([...before, join(folders.media, 'new.webp')].sort())
})
