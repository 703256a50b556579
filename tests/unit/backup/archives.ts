import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Header, pack } from 'tar-stream'
import { onTestFinished } from 'vitest'
import { manifestName, partName, sumsName } from '@/backup/format/entry-names'
import { formatVersion, type Manifest } from '@/backup/format/manifest'

export type Entry = { name: string; bytes: Buffer; header?: Partial<Header> }

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

export const files: Entry[] = [
  { name: partName('articles', 1), bytes: gzipSync('1\tone\n2\ttwo\n') },
  { name: 'media/a picture.webp', bytes: Buffer.alloc(1500, 'picture') },
  { name: `originals/${'ab'.repeat(32)}`, bytes: Buffer.from('original') },
  { name: `media/${'long'.repeat(50)}.webp`, bytes: Buffer.from('') },
]

export const manifest: Manifest = {
  product: 'terbit',
  format: formatVersion,
  version: '0.1.0',
  madeAt: '2026-11-28T00:00:00.000Z',
  postgres: '18.4',
  migrations: ['1_first'],
  tables: [
    {
      name: 'articles',
      columns: [{ name: 'id', type: 'integer' }],
      rows: 2,
      sha256: '0'.repeat(64),
      parts: 1,
    },
  ],
  sequences: [],
  files: { count: 3, bytes: 1508 },
  missing: [],
  secrets: false,
}

/** Entries with their manifest and the right hashes, as whoever forges a backup would make them too. */
export function signed(entries: Entry[], changes: Partial<Manifest> = {}): Entry[] {
  const text = JSON.stringify({ ...manifest, ...changes })
  const all = [...entries, { name: manifestName, bytes: Buffer.from(text) }]
  const list = all.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('')
  return [...all, { name: sumsName, bytes: Buffer.from(list) }]
}

/** Writes a tar file that is gone when the test is. */
export async function archiveOf(entries: Entry[]): Promise<string> {
  const archive = pack()
  for (const { name, bytes, header } of entries) archive.entry({ name, ...header }, bytes)
  archive.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of archive) chunks.push(chunk as Buffer)
  return fileWith(Buffer.concat(chunks))
}

export async function fileWith(bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'terbit-archive-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'backup.tar')
  await writeFile(path, bytes)
  return path
}

export const bytesOf = (path: string): Promise<Buffer> => readFile(path)
