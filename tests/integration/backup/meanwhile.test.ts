import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup } from '@/backup/backup'
import { withPayload } from '../../support/postgres/payload'
import { emptyInstance, fileHashes, type Instance, inDatabase, restoreFile, shelf } from './instances'

const terbit = withPayload()
let target: Instance
let folder: string
let removeShelf: () => Promise<void>

beforeAll(async () => {
  target = await emptyInstance()
  const made = await shelf()
  folder = made.folder
  removeShelf = made.remove
})

afterAll(async () => {
  await target.remove()
  await removeShelf()
})

/** Two rows in two tables a transaction, of the same name: `setup_tokens` is read long after `authors`. */
async function writePairs(until: AbortSignal): Promise<number> {
  return inDatabase(terbit.databaseUrl, async (client) => {
    let acknowledged = 0
    while (!until.aborted) {
      const name = `writer-${acknowledged}`
      await client.query('begin')
      await client.query('insert into setup_tokens (hash) values ($1)', [name])
      await client.query('insert into authors (slug, name) values ($1, $1)', [name])
      await client.query('commit')
      acknowledged++
    }
    return acknowledged
  })
}

/** Adds and deletes pictures as editors do. */
async function changePictures(until: AbortSignal): Promise<number> {
  const { payload } = terbit
  const ids: string[] = []
  let changes = 0
  while (!until.aborted) {
    const colour = { r: changes % 256, g: 40, b: 90 }
    const data = await sharp({ create: { width: 600, height: 40, channels: 3, background: colour } })
      .png()
      .toBuffer()
    const file = { data, mimetype: 'image/png', name: `picture-${changes}.png`, size: data.length }
    const { id } = await payload.create({ collection: 'media', data: {}, file })
    ids.push(id)
    const [oldest] = ids.length > 3 ? ids.splice(0, 1) : []
    if (oldest) await payload.delete({ collection: 'media', id: oldest })
    changes++
  }
  return changes
}

test('a backup that is made during writes holds whole transactions, and the files of its rows', async () => {
  await mkdir(join(terbit.dataDir, 'media'), { recursive: true })
  // Files that take a while to read, so that pictures are deleted before it is their turn.
  const orphan = Buffer.alloc(4_000_000, 'orphan')
  for (let n = 0; n < 30; n++) await writeFile(join(terbit.dataDir, 'media', `a-${n}.webp`), orphan)
  const over = new AbortController()
  const writers = [writePairs(over.signal), changePictures(over.signal)]
  await expect.poll(pictures, { timeout: 60_000 }).toBeGreaterThan(2)
  const before = await pairs(terbit.databaseUrl)
  const file = join(folder, 'meanwhile.tar')
  const { missing } = await backup({ file, databaseUrl: terbit.databaseUrl, dataDir: terbit.dataDir })
  over.abort()
  const [acknowledged = 0, changes = 0] = await Promise.all(writers)
  expect(missing).toEqual([])
  expect(acknowledged).toBeGreaterThan(before.authors.length)
  expect(changes).toBeGreaterThan(3)

  await restoreFile(file, target)
  const after = await pairs(target.databaseUrl)
  expect(after.authors).toEqual(after.tokens)
  expect(after.authors.length).toBeGreaterThanOrEqual(before.authors.length)
  expect(after.authors.length).toBeLessThan(acknowledged)
  const hashes = await fileHashes(target.dataDir)
  const { rows } = await inDatabase(target.databaseUrl, (client) =>
    client.query<{ filename: string; sizes_small_filename: string; original_sha256: string }>(
      'select filename, sizes_small_filename, original_sha256 from media',
    ),
  )
  expect(rows.length).toBeGreaterThan(2)
  for (const row of rows) {
    expect(hashes[`originals/${row.original_sha256}`]).toBe(row.original_sha256)
    expect(hashes).toHaveProperty([`media/${row.filename}`])
    expect(hashes).toHaveProperty([`media/${row.sizes_small_filename}`])
  }
})

test('a file that is gone although a row refers to it is named, and the rest is backed up', async () => {
  await inDatabase(terbit.databaseUrl, (client) =>
    client.query("insert into media (filename) values ('lost.webp')"),
  )
  const { missing, files } = await backup({
    file: join(folder, 'missing.tar'),
    databaseUrl: terbit.databaseUrl,
    dataDir: terbit.dataDir,
  })
  expect(missing).toEqual(['media/lost.webp'])
  expect(files.count).toBeGreaterThan(30)
})

const pictures = () =>
  inDatabase(terbit.databaseUrl, async (client) => (await client.query('select from media')).rows.length)

const pairs = (url: string) =>
  inDatabase(url, async (client) => {
    const named = async (statement: string) =>
      (await client.query<{ name: string }>(statement)).rows.map(({ name }) => name)
    return {
      authors: await named("select slug as name from authors where slug like 'writer-%' order by 1"),
      tokens: await named("select hash as name from setup_tokens where hash like 'writer-%' order by 1"),
    }
  })
