import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ExportFolder } from '@/docusaurus/export/write/export-folder'
import { sha256Of } from '@/sha256'

const bytesOf = (text: string) => new TextEncoder().encode(text)

async function scratch() {
  const parent = await mkdtemp(join(tmpdir(), 'terbit-folder-'))
  onTestFinished(() => rm(parent, { recursive: true, force: true }))
  const dir = join(parent, 'site')
  await mkdir(dir)
  const open = (known: Record<string, string> = {}, force = false) =>
    ExportFolder.open(dir, {
      force,
      known: (path) => (known[path] === undefined ? [] : [sha256Of(bytesOf(known[path]))]),
    })
  return { parent, dir, open }
}

test.each([
  ...[
    '../outside.md',
    '/etc/outside.md',
    'blog/../../outside.md',
    'blog//a.md',
    'blog/./a.md',
    'blog\\..\\a.md',
    'a\0.md',
    '',
  ],
])('writes nothing at %j', async (path) => {
  const { parent, dir, open } = await scratch()
  const folder = await open()
  expect(await folder.write(path, bytesOf('x'))).toMatchObject({ code: 'path-leaves-site' })
  await folder.close()
  expect([await readdir(parent), await readdir(dir)]).toEqual([['site'], []])
})

test.each(['blog', 'blog/a.md'])('follows no link at %s that leads out of the folder', async (link) => {
  const { parent, dir, open } = await scratch()
  await mkdir(join(parent, 'elsewhere'))
  await mkdir(join(dir, link, '..'), { recursive: true })
  await symlink(join(parent, 'elsewhere'), join(dir, link))
  const folder = await open({}, true)
  expect(await folder.write('blog/a.md', bytesOf('x'))).toMatchObject({ code: 'path-leaves-site' })
  expect(await readdir(join(parent, 'elsewhere'))).toEqual([])
})

test('writes over what an export or import knows, and over nothing else unless told to', async () => {
  const { dir, open } = await scratch()
  await writeFile(join(dir, 'known.md'), 'old')
  await writeFile(join(dir, 'strange.md'), 'theirs')
  const folder = await open({ 'known.md': 'old', 'strange.md': 'old' })
  expect(await folder.write('known.md', bytesOf('new'))).toBe('written')
  expect(await folder.write('known.md', bytesOf('new'))).toBe('unchanged')
  expect(await folder.write('strange.md', bytesOf('new'))).toMatchObject({ code: 'changed-there' })
  expect(await readFile(join(dir, 'strange.md'), 'utf8')).toBe('theirs')
  expect(await (await open({}, true)).write('strange.md', bytesOf('new'))).toBe('written')
})

test('takes away what is known, and the folders that it leaves empty', async () => {
  const { dir, open } = await scratch()
  await mkdir(join(dir, 'blog/deep'), { recursive: true })
  await writeFile(join(dir, 'blog/deep/a.md'), 'old')
  await writeFile(join(dir, 'blog/b.md'), 'theirs')
  const folder = await open({ 'blog/deep/a.md': 'old', 'blog/b.md': 'old' })
  expect([await folder.remove('blog/deep/a.md'), await folder.remove('blog/b.md')]).toEqual([true, false])
  expect(await readdir(join(dir, 'blog'))).toEqual(['b.md'])
})

test('throws away what an export that was killed had not finished', async () => {
  const { dir, open } = await scratch()
  await mkdir(join(dir, '.terbit-export'))
  await writeFile(join(dir, '.terbit-export/half'), 'ha')
  await (await open()).close()
  expect(await readdir(dir)).toEqual([])
})
