import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup } from '@/backup/backup'
import { seedEmptyDatabase } from '@/demonstration/seed'
import { isUntouchedDemonstration } from '@/demonstration/untouched'
import { rebuild } from '@/search/catch-up'
import { withPayload } from '../../support/postgres/payload'
import { importSite, ownSite } from '../docusaurus/sites'
import {
  emptyInstance,
  fileHashes,
  fingerprints,
  type Instance,
  inDatabase,
  payloadOn,
  restoreFile,
  shelf,
} from './instances'

const terbit = withPayload()
const password = 'sebuah kata sandi yang panjang'
let target: Instance
let folder: string
let removeShelf: () => Promise<void>

beforeAll(async () => {
  target = await emptyInstance()
  const made = await shelf()
  folder = made.folder
  removeShelf = made.remove
  await seedEmptyDatabase(terbit.payload, () => undefined)
  await rebuild(terbit.payload, () => undefined)
})

afterAll(async () => {
  await target.remove()
  await removeShelf()
})

const source = () => ({ databaseUrl: terbit.databaseUrl, dataDir: terbit.dataDir })

/** A restore adds one event, which tells servers to purge what they have kept. */
const withoutEvents = (found: Record<string, string>) =>
  Object.fromEntries(Object.entries(found).filter(([name]) => !/^events(_|$)/.test(name)))
const events = (url: string) =>
  inDatabase(url, async (client) => {
    const { rows } = await client.query<{ event: string }>(
      'select e::text as event from events e order by id',
    )
    return rows.map(({ event }) => event)
  })

test('a demonstration comes back row by row and file by file, and then still counts as untouched', async () => {
  const file = join(folder, 'demonstration.tar')
  const { missing, tables } = await backup({ file, ...source() })
  expect(missing).toEqual([])
  expect(tables.length).toBeGreaterThan(50)
  await restoreFile(file, target)
  expect(withoutEvents(await fingerprints(target.databaseUrl))).toEqual(
    withoutEvents(await fingerprints(terbit.databaseUrl)),
  )
  expect(await fileHashes(target.dataDir)).toEqual(await fileHashes(terbit.dataDir))
  const [restored, ...others] = (await events(target.databaseUrl)).reverse()
  expect(others.reverse()).toEqual(await events(terbit.databaseUrl))
  expect(restored).toContain('site,,,updated')
  expect(restored).toContain('everything')
  expect(await inDatabase(target.databaseUrl, isUntouchedDemonstration)).toBe(true)
})

test('a demonstration is touched as soon as a text or the site is edited, or there is a user or an import', async () => {
  const { payload, databaseUrl } = terbit
  const untouched = () => inDatabase(databaseUrl, isUntouchedDemonstration)
  const untouchedAfter = (statement: string) =>
    inDatabase(databaseUrl, async (client) => {
      await client.query('begin')
      await client.query(statement)
      return isUntouchedDemonstration(client)
    })
  expect(await untouchedAfter('select 1')).toBe(true)
  const longAgo = "'2000-01-01', '2000-01-01'"
  const user = `insert into users (email, name, updated_at, created_at) values ('a@example.org', 'A', ${longAgo})`
  expect(await untouchedAfter(user)).toBe(false)
  const taken = `insert into sources (path, bytes, sha256, updated_at, created_at) values ('a.md', '', '', ${longAgo})`
  expect(await untouchedAfter(taken)).toBe(false)

  const { docs } = await payload.find({ collection: 'tags', limit: 1 })
  const [tag] = docs
  await payload.update({ collection: 'tags', id: tag?.id ?? '', locale: 'id', data: { name: 'Diubah' } })
  expect(await untouched()).toBe(false)
  await inDatabase(databaseUrl, (client) =>
    client.query("update tags set updated_at = '2000-01-01'; update _tags_v set updated_at = '2000-01-01'"),
  )
  expect(await untouched()).toBe(true)
  await payload.updateGlobal({ slug: 'site', locale: 'id', data: { tagline: 'Diubah' } })
  expect(await untouched()).toBe(false)
})

test('an instance with users, an import and the magazine replaces an untouched demonstration', async () => {
  await importSite(terbit.payload, ownSite)
  await terbit.payload.create({
    collection: 'users',
    data: { email: 'sari@example.org', name: 'Sari', role: 'admin', password },
  })
  const file = join(folder, 'everything.tar')
  await backup({ file, ...source() })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await restoreFile(file, target)
  expect(withoutEvents(await fingerprints(target.databaseUrl))).toEqual(
    withoutEvents(await fingerprints(terbit.databaseUrl)),
  )
  expect(await fileHashes(target.dataDir)).toEqual(await fileHashes(terbit.dataDir))
  expect(Object.keys(await fileHashes(folder)).sort()).toEqual(['demonstration.tar', 'everything.tar'])
})

test('a password of the backup signs in to what was restored', async () => {
  const payload = await payloadOn(target.databaseUrl)
  try {
    const { user } = await payload.login({
      collection: 'users',
      data: { email: 'sari@example.org', password },
    })
    expect(user?.name).toBe('Sari')
  } finally {
    await payload.destroy()
  }
})

test('an instance with a user is not empty', async () => {
  const before = await fingerprints(target.databaseUrl)
  await expect(restoreFile(join(folder, 'demonstration.tar'), target)).rejects.toThrow('this one has rows in')
  expect(await fingerprints(target.databaseUrl)).toEqual(before)
})

test('a backup does not overwrite a file', async () => {
  await expect(backup({ file: join(folder, 'everything.tar'), ...source() })).rejects.toThrow('exists')
})

test('a backup is not put among the files that are backed up', async () => {
  await expect(backup({ file: join(terbit.dataDir, 'media', 'a.tar'), ...source() })).rejects.toThrow(
    'outside of the folders',
  )
})
