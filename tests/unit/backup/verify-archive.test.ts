import { expect, test } from 'vitest'
import { BackupError } from '@/backup/format/backup-error'
import { manifestName } from '@/backup/format/entry-names'
import { verifyArchive } from '@/backup/format/verify-archive'
import { archiveOf, bytesOf, type Entry, files, fileWith, manifest, sha256, signed } from './archives'

const refusal = (entries: Entry[]) =>
  archiveOf(entries)
    .then(verifyArchive)
    .then(
      () => 'accepted',
      (error: unknown) => (error instanceof BackupError ? error.message : error),
    )

test('a whole backup is accepted, with the hash of each entry', async () => {
  const { sums, manifest } = await verifyArchive(await archiveOf(signed(files)))
  expect(sums).toEqual(new Map(files.map(({ name, bytes }) => [name, sha256(bytes)])))
  expect(manifest.tables[0]?.rows).toBe(2)
})

test('a file that is cut anywhere before its last entry ends is refused', async () => {
  const whole = await bytesOf(await archiveOf(signed(files)))
  const end = whole.lastIndexOf(`${manifestName}\n`) + manifestName.length
  for (let length = 0; length < end; length += 97) {
    const cut = await fileWith(whole.subarray(0, length))
    await expect(verifyArchive(cut), `cut at ${length}`).rejects.toThrow(BackupError)
  }
})

test('a byte that changed is found, or changes nothing that is read', async () => {
  const path = await archiveOf(signed(files))
  const whole = await bytesOf(path)
  const { sums, manifest } = await verifyArchive(path)
  let found = 0
  for (let at = 0; at < whole.length; at += 89) {
    const changed = Buffer.from(whole)
    changed[at] = (changed[at] ?? 0) ^ 0x41
    const read = await verifyArchive(await fileWith(changed)).catch((error: unknown) => error)
    if (read instanceof BackupError) found++
    else expect(read, `changed at ${at}`).toMatchObject({ sums, manifest })
  }
  expect(found).toBeGreaterThan(30)
})

test.each([
  '../media/a.webp',
  '/etc/passwd',
  'media/../../a.webp',
  'media/..',
  'media/./a.webp',
  'media//a.webp',
  'media/.restoring',
  'media\\..\\a.webp',
  'media/a\\..\\..\\b',
  'media/a\nb',
  'media/c:stream',
  'media',
  'postgres/terbit.password',
  'secret',
  'database/../media/a',
  'database/users/000001.copy.gz',
])('a file of a stranger does not write to %j', async (name) => {
  const stranger = { name, bytes: Buffer.from('x') }
  expect(await refusal(signed([...files, stranger], { files: { count: 4, bytes: 0 } }))).toMatch(
    /^Expected (files of|only files|a whole)/,
  )
})

test.each(['symlink', 'link', 'directory', 'fifo', 'character-device'] as const)(
  'a %s in the backup is refused',
  async (type) => {
    const link = {
      name: 'media/link',
      bytes: Buffer.alloc(0),
      header: { type, linkname: '/etc/passwd', size: 0 },
    }
    expect(await refusal([link, ...signed(files)])).toContain('Expected only files')
  },
)

test('an entry that stands in it twice, or after the manifest, is refused', async () => {
  const [first] = files
  expect(await refusal(signed(files).concat(first ?? []))).toContain('Expected nothing after')
  expect(await refusal(signed([...files, ...files]))).toContain('found it twice')
})

test('a file, a part of a table, or the secret that is missing is refused', async () => {
  const entries = signed(files)
  expect(await refusal(entries.filter(({ name }) => !name.startsWith('media/')))).toContain('are missing')
  expect(await refusal(signed(files.slice(1)))).toContain('database/articles/000001.copy.gz')
  expect(await refusal(signed(files, { secrets: true }))).toContain('`secret`')
  expect(await refusal(signed(files, { files: { count: 4, bytes: 0 } }))).toContain('Expected 4 files')
})

test('a table that claims a billion parts costs nothing', async () => {
  const tables = manifest.tables.map((table) => ({ ...table, parts: 1_000_000_000 }))
  expect(await refusal(signed(files, { tables }))).toContain('000002.copy.gz')
})

test('a format that is newer, and a file that is none of ours, are told apart', async () => {
  expect(await refusal(signed(files, { format: 2 as 1 }))).toContain('found format 2')
  expect(await refusal(signed([], { product: 'other' as 'terbit' }))).toContain('the manifest of a backup')
  await expect(verifyArchive(await fileWith(Buffer.from('not a tar file'.repeat(200))))).rejects.toThrow(
    'cut off or damaged',
  )
})

test('a file that is not there is said to be so', async () => {
  await expect(verifyArchive('/nowhere/backup.tar')).rejects.toThrow('ENOENT')
})
