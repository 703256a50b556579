import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, expect, vi } from 'vitest'
import { diskCache } from '@/og/store/disk-cache'

const test = base.extend<{ directory: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from the pattern.
  directory: async ({}, use) => {
    const directory = await mkdtemp(path.join(tmpdir(), 'cards-'))
    await use(directory)
    await rm(directory, { recursive: true })
  },
})

const failed = (error: unknown) => {
  throw error
}
const open = (directory: string, limit = 10_000) => diskCache({ directory, limit, onFailure: failed })
const picture = (fill: number, bytes = 1_000) => new Uint8Array(bytes).fill(fill)
const files = async (directory: string) =>
  (await readdir(directory, { recursive: true })).filter((name) => name.includes('.')).sort()

test('the disk cache reads back what it wrote', async ({ directory }) => {
  await open(directory).write('aa11', picture(7))
  expect(await open(directory).read('aa11')).toEqual(picture(7))
})

test('the disk cache knows nothing of a key that was not written', async ({ directory }) => {
  expect(await open(directory).read('aa11')).toBeUndefined()
})

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, 500)],
  ['emptied', () => Buffer.alloc(0)],
  ['altered in one byte', (bytes: Buffer) => Buffer.from(bytes).fill(8, 3, 4)],
])('the disk cache drops a file that was %s', async (_, damage) => {
  const directory = await mkdtemp(path.join(tmpdir(), 'cards-'))
  const file = path.join(directory, 'aa', 'aa11.card')
  await open(directory).write('aa11', picture(7))
  await writeFile(file, damage(await readFile(file)))
  expect(await open(directory).read('aa11')).toBeUndefined()
  expect(await files(directory)).toEqual([])
  await rm(directory, { recursive: true })
})

test('the disk cache stays under its limit by dropping what was used longest ago', async ({ directory }) => {
  const cache = open(directory, 3_200)
  for (const key of ['aa01', 'aa02', 'aa03']) await cache.write(key, picture(1))
  await cache.read('aa01')
  await cache.write('aa04', picture(1))
  await vi.waitFor(async () =>
    expect(await files(directory)).toEqual(['aa/aa01.card', 'aa/aa03.card', 'aa/aa04.card']),
  )
})

test('the disk cache counts what a former process left', async ({ directory }) => {
  for (const key of ['aa01', 'aa02', 'aa03']) await open(directory).write(key, picture(1))
  await open(directory, 1_100).write('aa04', picture(1))
  await vi.waitFor(async () => expect(await files(directory)).toEqual(['aa/aa04.card']))
})

test('the disk cache keeps no picture that is larger than all it may hold', async ({ directory }) => {
  const cache = open(directory, 500)
  await cache.write('aa01', picture(1))
  expect(await files(directory)).toEqual([])
})

test('the disk cache tells of a directory it cannot write to, and goes on', async ({ directory }) => {
  const onFailure = vi.fn()
  const file = path.join(directory, 'a.file')
  await writeFile(file, '')
  await diskCache({ directory: file, limit: 10_000, onFailure }).write('aa01', picture(1))
  expect(onFailure).toHaveBeenCalledOnce()
})
