import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup } from '@/backup/backup'
import { connect } from '@/backup/connect'
import { placeStaged, stageFiles } from '@/backup/files/staged-files'
import { verifyArchive } from '@/backup/format/verify-archive'
import { transactionMark } from '@/backup/target/earlier-restore'
import { prepareTarget } from '@/backup/target/prepare-target'
import { listen } from '@/database/listen'
import { tryLock } from '@/database/lock'
import { migrateUnderLock } from '@/database/migrate'
import { withPayload } from '../../support/postgres/payload'
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
const removals: (() => Promise<void>)[] = []
let folder: string
let file: string

beforeAll(async () => {
  const made = await shelf()
  folder = made.folder
  removals.push(made.remove)
  await mkdir(join(terbit.dataDir, 'media'), { recursive: true })
  await writeFile(join(terbit.dataDir, 'media', 'a.webp'), 'a picture')
  await inDatabase(terbit.databaseUrl, async (client) => {
    await client.query("insert into media (filename) values ('a.webp')")
    await client.query("insert into authors (slug, name) values ('sari', 'Sari')")
  })
  file = join(folder, 'small.tar')
  await backup({ file, databaseUrl: terbit.databaseUrl, dataDir: terbit.dataDir, secret: 'rahasia' })
})

afterAll(async () => {
  for (const remove of removals) await remove()
})

async function instance(): Promise<Instance> {
  const made = await emptyInstance()
  removals.push(made.remove)
  return made
}

test('beside a server whose pool is idle, a restore is refused', async () => {
  const target = await instance()
  let connected: () => void
  const listening = new Promise<void>((resolve) => {
    connected = resolve
  })
  const server = listen({
    url: target.databaseUrl,
    channel: 'any',
    onNotify: () => undefined,
    onConnect: () => connected(),
  })
  await listening
  await expect(restoreFile(file, target)).rejects.toThrow('Stop it, and restore again')
  await server.close()
})

test('while a restore is under way, another one is refused and a server that starts waits', async () => {
  const target = await instance()
  const first = await connect(target.databaseUrl)
  expect(await tryLock(first, 'migrations')).toBe(true)
  await expect(restoreFile(file, target)).rejects.toThrow('another process is migrating or restoring')
  const steps: string[] = []
  const payload = await payloadOn(target.databaseUrl)
  const waiting = migrateUnderLock(payload, { migrations: [], onProgress: (step) => steps.push(step) })
  await expect.poll(() => steps).toEqual(['Waiting for another instance, which is migrating the database'])
  await first.end()
  await waiting
  await payload.destroy()
})

test('files that go with no row are not overwritten', async () => {
  const target = await instance()
  await mkdir(join(target.dataDir, 'media'))
  await writeFile(join(target.dataDir, 'media', 'a.webp'), 'another picture')
  await expect(restoreFile(file, target)).rejects.toThrow('Move them away')
  expect(await readFile(join(target.dataDir, 'media', 'a.webp'), 'utf8')).toBe('another picture')
  expect(await fingerprints(target.databaseUrl)).toEqual({})
})

test('a media folder that is a link is refused before anything is written', async () => {
  const target = await instance()
  await symlink(folder, join(target.dataDir, 'media'))
  await expect(restoreFile(file, target)).rejects.toThrow('found a link or another disk')
  expect(await fingerprints(target.databaseUrl)).toEqual({})
})

test('a restore that was killed before its COMMIT is undone by the next one, which brings the secret', async () => {
  const target = await instance()
  await writeFile(join(target.dataDir, 'secret'), 'of the empty instance')
  const verified = await verifyArchive(file)
  const killed = await connect(target.databaseUrl)
  await killed.query('begin')
  await killed.query('create table half (a int)')
  await stageFiles(verified, { dataDir: target.dataDir, withSecret: true })
  await placeStaged(target.dataDir, await transactionMark(killed))
  expect(await readFile(join(target.dataDir, 'secret'), 'utf8')).toBe('rahasia')
  await killed.end()

  const client = await prepareTarget(target)
  await client.end()
  expect(Object.keys(await fileHashes(target.dataDir))).toEqual(['secret'])
  expect(await readFile(join(target.dataDir, 'secret'), 'utf8')).toBe('of the empty instance')

  await restoreFile(file, target, { withSecret: true })
  expect(Object.keys(await fileHashes(target.dataDir))).toEqual(['media/a.webp', 'secret'])
  expect(await readFile(join(target.dataDir, 'secret'), 'utf8')).toBe('rahasia')
})

test('a restore that was killed after its COMMIT keeps its files', async () => {
  const target = await instance()
  const verified = await verifyArchive(file)
  const killed = await connect(target.databaseUrl)
  await killed.query('begin')
  await stageFiles(verified, { dataDir: target.dataDir, withSecret: false })
  await placeStaged(target.dataDir, await transactionMark(killed))
  await killed.query('commit')
  await killed.end()
  await expect(restoreFile(file, target)).rejects.toThrow('Move them away')
  expect(Object.keys(await fileHashes(target.dataDir))).toEqual(['media/a.webp'])
})

test('a backup without secrets holds none', async () => {
  const bare = join(folder, 'bare.tar')
  await backup({ file: bare, databaseUrl: terbit.databaseUrl, dataDir: terbit.dataDir })
  expect((await verifyArchive(bare)).manifest.secrets).toBe(false)
  expect((await verifyArchive(file)).manifest.secrets).toBe(true)
})

test('a backup that is stopped leaves neither half a backup nor pinned files', async () => {
  const over = new AbortController()
  over.abort(new Error('Stopped.'))
  const place = join(folder, 'stopped.tar')
  await expect(
    backup({ file: place, databaseUrl: terbit.databaseUrl, dataDir: terbit.dataDir, signal: over.signal }),
  ).rejects.toThrow('Stopped.')
  expect(Object.keys(await fileHashes(folder)).filter((name) => name.startsWith('stopped'))).toEqual([])
  expect(Object.keys(await fileHashes(terbit.dataDir))).toEqual(['media/a.webp'])
})

test('rows that break a foreign key are refused, and nothing is written', async () => {
  await inDatabase(terbit.databaseUrl, async (client) => {
    await client.query('alter table users drop constraint users_author_id_authors_id_fk')
    await client.query(
      "insert into users (email, name, author_id) values ('a@example.org', 'A', gen_random_uuid())",
    )
  })
  const broken = join(folder, 'broken.tar')
  await backup({ file: broken, databaseUrl: terbit.databaseUrl, dataDir: terbit.dataDir })
  const target = await instance()
  await expect(restoreFile(broken, target)).rejects.toThrow('users_author_id_authors_id_fk')
  expect(await fingerprints(target.databaseUrl)).toEqual({})
  expect(await fileHashes(target.dataDir)).toEqual({})
})
