import { z } from 'zod'
import { BackupError } from './backup-error'

/** Increased when an older Terbit could no longer read the file. */
export const formatVersion = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const whole = z.number().int().min(0)

const schema = z.object({
  product: z.literal('terbit'),
  format: z.literal(formatVersion),
  /** The version of Terbit that made the file. */
  version: z.string(),
  madeAt: z.string(),
  /** The version of Postgres that the rows were read from. */
  postgres: z.string(),
  /** The names of the migrations that the database had. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(
    z.object({
      name: z.string().min(1),
      columns: z.array(z.object({ name: z.string().min(1), type: z.string() })).min(1),
      rows: whole,
      /** The sum of the SHA-256 of each row, modulo 2^256: the order of rows does not matter. */
      sha256,
      parts: whole,
    }),
  ),
  sequences: z.array(
    z.object({ name: z.string().min(1), lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() }),
  ),
  files: z.object({ count: whole, bytes: whole }),
  /** Files that rows refer to and that were not on the disk. */
  missing: z.array(z.string()),
  /** Whether the file holds PAYLOAD_SECRET. */
  secrets: z.boolean(),
})

/** The description of a backup, which is a part of it. */
export type Manifest = z.infer<typeof schema>
export type TableManifest = Manifest['tables'][number]

/** @throws BackupError */
export function parseManifest(text: string): Manifest {
  const found = json(text)
  const { product, format } = (found ?? {}) as { product?: unknown; format?: unknown }
  if (product === 'terbit' && typeof format === 'number' && format > formatVersion)
    throw new BackupError(
      `Expected a backup of format ${formatVersion}, found format ${format}. Restore it with the Terbit that made it, or a newer one.`,
    )
  const parsed = schema.safeParse(found)
  if (parsed.success) return parsed.data
  throw new BackupError(
    `Expected the manifest of a backup, and it is damaged: ${z.prettifyError(parsed.error)}`,
  )
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
