import type { BasePayload, PayloadRequest } from 'payload'
import { query, queryInTransaction, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import type { KeptBlock } from '../../format/kept-block'

/** A post's file as it was last imported. */
export type KeptFile = {
  path: string
  importPath: string
  locale: Locale
  sha256: string
  bytes: Uint8Array
  blocks: KeptBlock[]
}

/** A file to keep. A file of the site that is no post has no `importPath`. */
export type FileToKeep = {
  path: string
  locale: Locale | null
  /** None, where the media library has the original. */
  bytes: Uint8Array
  /** The SHA-256 of the file, in hexadecimal. */
  sha256: string
  importPath?: string
  frontMatter?: string
  blocks?: KeptBlock[]
}

/** The hashes of all files that were imported before. */
export async function keptHashes(payload: BasePayload): Promise<KeptHash[]> {
  return query(payload, sql`select path, import_path as "importPath", locale, sha256 from sources`)
}

type KeptHash = { path: string; importPath: string | null; locale: Locale | null; sha256: string }

/** The files of one article, as they were last imported. */
export async function keptFilesOf(req: PayloadRequest, importPath: string): Promise<KeptFile[]> {
  const rows = await queryInTransaction<Omit<KeptFile, 'bytes' | 'blocks'> & KeptRow>(
    req,
    sql`select path, import_path as "importPath", locale, sha256, bytes, blocks
        from sources where import_path = ${importPath}`,
  )
  return rows.map((row) => ({ ...row, bytes: Buffer.from(row.bytes, 'base64'), blocks: row.blocks ?? [] }))
}

type KeptRow = { bytes: string; blocks: KeptBlock[] | null }

/** The bytes of files as they were last imported, by path. */
export async function keptBytes(
  payload: BasePayload,
  paths: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const rows = await query<{ path: string; bytes: string }>(
    payload,
    sql`select path, bytes from sources
        where path in (select jsonb_array_elements_text(${JSON.stringify(paths)}::jsonb))`,
  )
  return new Map(rows.map(({ path, bytes }) => [path, Buffer.from(bytes, 'base64')]))
}

/** Keeps files as they are now, in place of what was kept of them. Each path may be given once. */
export async function keepFiles(req: PayloadRequest, files: readonly FileToKeep[]): Promise<void> {
  const rows = files.map(({ path, locale, bytes, sha256, importPath, frontMatter, blocks }) => ({
    ...{ path, locale, sha256, importPath, frontMatter, blocks },
    bytes: Buffer.from(bytes).toString('base64'),
  }))
  await queryInTransaction(
    req,
    sql`insert into sources (path, locale, import_path, bytes, sha256, front_matter, blocks)
        select f.path, f.locale::enum_sources_locale, f."importPath", f.bytes, f.sha256, f."frontMatter", f.blocks
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(
          path text, locale text, "importPath" text, bytes text, sha256 text, "frontMatter" text, blocks jsonb
        )
        on conflict (path) do update set
          locale = excluded.locale, import_path = excluded.import_path, bytes = excluded.bytes,
          sha256 = excluded.sha256, front_matter = excluded.front_matter, blocks = excluded.blocks,
          updated_at = now()
        where (sources.locale, sources.import_path, sources.bytes, sources.sha256, sources.front_matter, sources.blocks)
          is distinct from
          (excluded.locale, excluded.import_path, excluded.bytes, excluded.sha256, excluded.front_matter, excluded.blocks)`,
  )
}
