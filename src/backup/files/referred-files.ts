import type { Client } from 'pg'
import { inSchema, type Table } from '../rows/catalogue'

/** Returns the files that rows of pictures refer to, in all sizes, and their originals. */
export async function referredFiles(client: Client, tables: readonly Table[]): Promise<Set<string>> {
  const media = tables.find(({ name }) => name === 'media')
  const columns = media?.columns.map(({ name }) => name) ?? []
  const named = columns.filter((name) => name === 'filename' || /^sizes_.+_filename$/.test(name))
  const selected = [
    ...named.map((name) => `'media/' || ${client.escapeIdentifier(name)}`),
    ...columns.filter((name) => name === 'original_sha256').map((name) => `'originals/' || ${name}`),
  ]
  if (selected.length === 0) return new Set()
  const { rows } = await client.query<{ file: string }>(
    `select distinct file from ${inSchema(client, 'media')},
       unnest(array[${selected.join(', ')}]) as file where file is not null`,
  )
  return new Set(rows.map(({ file }) => file))
}
