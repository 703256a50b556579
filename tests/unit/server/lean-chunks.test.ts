import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from 'vitest'
import { leanChunks } from '@/server/start/lean-chunks'

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: what vitest asks of a fixture
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'terbit-chunks-'))
    // CommonJS, as Next's folder is.
    await writeFile(join(folder, 'package.json'), '{}')
    await use(folder)
    await rm(folder, { recursive: true })
  },
})

const chunk = (map: string) =>
  `module.exports = [\n1, () => {\n  // a comment\n  class TitleTaken extends Error {}\n  return [TitleTaken.name, 'Judul “lama” — 漢字']\n}];\n//# sourceMappingURL=${map}\n`

const loaded = (path: string) => createRequire(import.meta.url)(path) as [number, () => unknown]

test('a lean chunk keeps names and words, and is of ASCII without comments', async ({ folder }) => {
  const path = join(folder, 'one.js')
  await writeFile(path, chunk('one.js.map'))
  await leanChunks(folder)
  expect(loaded(path)[1]()).toEqual(['TitleTaken', 'Judul “lama” — 漢字'])
  expect(await readFile(path, 'utf8')).toMatch(/^[\n -~]*$/)
  expect(await readFile(path, 'utf8')).not.toContain('comment')
})

test('chunks that differ by the address of their map alone are loaded once', async ({ folder }) => {
  for (const name of ['one', 'two']) await writeFile(join(folder, `${name}.js`), chunk(`${name}.js.map`))
  await leanChunks(folder)
  expect(loaded(join(folder, 'two.js'))).toBe(loaded(join(folder, 'one.js')))
})

test('source maps that describe the chunks no more are removed', async ({ folder }) => {
  await writeFile(join(folder, 'one.js'), chunk('one.js.map'))
  await writeFile(join(folder, 'one.js.map'), '{}')
  await leanChunks(folder)
  await expect(readFile(join(folder, 'one.js.map'))).rejects.toThrow('ENOENT')
})
