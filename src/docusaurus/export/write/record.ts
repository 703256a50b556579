import { realpath } from 'node:fs/promises'
import type { BasePayload } from 'payload'
import { query, sql } from '@/database/query'

type Hashed = { path: string; sha256: string }

/** The files that exports to one folder have written. By it, a later export knows which files were changed since. */
type ExportRecord = {
  /** The hashes with which exports wrote a file. */
  hashesOf: (path: string) => readonly string[]
  /** The files of earlier exports. */
  before: readonly string[]
  /** The files of this export so far. */
  expected: Pick<ReadonlySet<string>, 'has'>
  /** Notes files before they are written, so that those of a killed export are known too. */
  expect: (files: readonly Hashed[]) => Promise<void>
  finish: (options: { keepsBefore: boolean }) => Promise<void>
}

/** The beginning of a record's key in Payload's key-value table. The path of the folder follows. */
const prefix = 'export:'

/** The record of a folder, which is kept in the database. */
export async function rememberedExport(payload: BasePayload, outDir: string): Promise<ExportRecord> {
  const key = prefix + (await realpath(outDir).catch(() => outDir))
  const known = new Map(Object.entries((await payload.kv.get<Record<string, string[]>>(key)) ?? {}))
  const before = [...known.keys()]
  const expected = new Map<string, string>()
  const save = (hashes: Iterable<[string, string[]]>) => payload.kv.set(key, Object.fromEntries(hashes))
  return {
    hashesOf: (path) => known.get(path) ?? [],
    before,
    expected: { has: (path) => expected.has(path) },
    expect: async (files) => {
      const news = files.filter(({ path, sha256 }) => !known.get(path)?.includes(sha256))
      for (const { path, sha256 } of files) expected.set(path, sha256)
      for (const { path, sha256 } of news) known.set(path, [...(known.get(path) ?? []), sha256])
      if (news.length > 0) await save(known)
    },
    finish: async ({ keepsBefore }) => {
      const last = new Map([...expected].map(([path, sha256]) => [path, [sha256]]))
      await save(keepsBefore ? new Map([...known, ...last]) : last)
    },
  }
}

/** The paths of the files that have the bytes with which some export wrote them, to whatever folder. */
export async function exportedAmong(payload: BasePayload, files: readonly Hashed[]): Promise<Set<string>> {
  if (files.length === 0) return new Set()
  const rows = await query<{ path: string }>(
    payload,
    sql`select path from jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as f(path text, sha256 text)
        where (path, sha256) in (
          select file.key, hash.value
          from payload_kv k, jsonb_each(k.data) file, jsonb_array_elements_text(file.value) hash
          where starts_with(k.key, ${prefix})
        )`,
  )
  return new Set(rows.map(({ path }) => path))
}
