import type { BasePayload } from 'payload'
import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { sha256Of } from '@/sha256'
import type { KeptBlock } from '../../format/kept-block'
import type { KeptPost } from '../plan/export-plan'

/** A file that was imported, without its bytes. */
export type SourceRow = { path: string; locale: Locale | null; importPath: string | null; sha256: string }

/** Every file that was imported, by its path. */
export const sourceRows = (payload: BasePayload): Promise<SourceRow[]> =>
  query(payload, sql`select path, locale, import_path as "importPath", sha256 from sources order by path`)

/** The bytes of a kept file that is no post. */
export async function keptBytesAt(payload: BasePayload, path: string): Promise<Uint8Array | undefined> {
  const [row] = await query<{ bytes: string }>(payload, sql`select bytes from sources where path = ${path}`)
  return row?.bytes ? Buffer.from(row.bytes, 'base64') : undefined
}

/** The files of some articles as they were last imported. */
export async function keptPostsAt(payload: BasePayload, importPaths: readonly string[]): Promise<KeptPost[]> {
  const rows = await query<
    Omit<KeptPost, 'bytes' | 'blocks' | 'locale'> & {
      locale: Locale | null
      bytes: string
      sha256: string
      blocks: KeptBlock[] | null
    }
  >(
    payload,
    sql`select path, import_path as "importPath", locale, bytes, sha256, front_matter as "frontMatter", blocks
        from sources
        where import_path in (select jsonb_array_elements_text(${JSON.stringify(importPaths)}::jsonb))`,
  )
  return rows.flatMap(({ bytes, blocks, sha256, locale, ...row }) => {
    const whole = Buffer.from(bytes, 'base64')
    // The places of blocks are only true in the bytes in which they were found.
    const kept = sha256Of(whole) === sha256 ? whole : Buffer.alloc(0)
    return locale === null ? [] : [{ ...row, locale, bytes: kept, blocks: blocks ?? [] }]
  })
}
