import { createHash } from 'node:crypto'
import { BackupError } from './backup-error'
import { isKeptFile, manifestName, partName, secretName, sumsName } from './entry-names'
import { type Manifest, parseManifest } from './manifest'
import { archiveEntries } from './read-archive'
import { sumsText } from './sums-text'

/** A backup of which every byte was read and found whole. */
export type Verified = {
  path: string
  manifest: Manifest
  /** The SHA-256 of each entry, by its name. */
  sums: ReadonlyMap<string, string>
}

/** The manifest grows with the tables, the list with the files: more than this is not a backup of ours. */
const largest = { [manifestName]: 16_000_000, [sumsName]: 500_000_000 }

/**
 * Reads a backup from its first byte to its last and writes nothing.
 * @throws BackupError where anything is missing, changed, or has no place in a backup
 */
export async function verifyArchive(path: string): Promise<Verified> {
  const sums = new Map<string, string>()
  const texts: Partial<Record<string, string>> = {}
  for await (const { name, size, bytes } of archiveEntries(path)) {
    if (sumsName in texts) throw new BackupError(`Expected nothing after \`${sumsName}\`, found \`${name}\`.`)
    if (sums.has(name)) throw new BackupError(`Expected \`${name}\` once in the backup, found it twice.`)
    const isText = name === manifestName || name === sumsName
    if (isText && size > largest[name])
      throw new BackupError(`Expected ${largest[name]} bytes of \`${name}\` at most, found ${size}.`)
    const { sha256, chunks } = await digest(bytes, isText)
    if (isText) texts[name] = Buffer.concat(chunks).toString('utf8')
    if (name !== sumsName) sums.set(name, sha256)
  }
  assertListed(sums, textOf(texts, sumsName))
  const manifest = parseManifest(textOf(texts, manifestName))
  sums.delete(manifestName)
  assertComplete(sums, manifest)
  return { path, manifest, sums }
}

async function digest(
  bytes: AsyncIterable<Buffer>,
  keep: boolean,
): Promise<{ sha256: string; chunks: Buffer[] }> {
  const hash = createHash('sha256')
  const chunks: Buffer[] = []
  for await (const chunk of bytes) {
    hash.update(chunk)
    if (keep) chunks.push(chunk)
  }
  return { sha256: hash.digest('hex'), chunks }
}

function textOf(texts: Partial<Record<string, string>>, name: string): string {
  const text = texts[name]
  if (text !== undefined) return text
  throw new BackupError(
    `Expected a whole backup, and it has no \`${name}\`, which stands at its end: the file is cut off, or is not a backup.`,
  )
}

/** The list holds what was read, in the same order, and nothing else. */
function assertListed(sums: ReadonlyMap<string, string>, list: string): void {
  if (list === sumsText(sums)) return
  const listed = new Set(list.split('\n'))
  const [changed] = [...sums].find(([name, sha256]) => !listed.has(`${sha256}  ${name}`)) ?? []
  throw new BackupError(
    changed === undefined
      ? `Expected every entry that \`${sumsName}\` lists, in the same order, and some are missing: the file is damaged.`
      : `Expected \`${changed}\` as \`${sumsName}\` lists it, and its SHA-256 is another: the file is damaged.`,
  )
}

/** Entries are the parts of the tables, the files, and the secret where there is one. */
function assertComplete(sums: ReadonlyMap<string, string>, manifest: Manifest): void {
  const parts = manifest.tables.flatMap(({ name, parts }) =>
    Array.from({ length: Math.min(parts, sums.size + 1) }, (_, index) => partName(name, index + 1)),
  )
  const expected = new Set([...parts, ...(manifest.secrets ? [secretName] : [])])
  for (const name of expected)
    if (!sums.has(name)) throw new BackupError(`Expected \`${name}\` in the backup, and it is missing.`)
  const files = [...sums.keys()].filter((name) => !expected.has(name))
  const stray = files.find((name) => !isKeptFile(name))
  if (stray !== undefined)
    throw new BackupError(`Expected files of media/ and originals/ in the backup, found \`${stray}\`.`)
  if (files.length !== manifest.files.count)
    throw new BackupError(
      `Expected ${manifest.files.count} files in the backup, as its manifest says, found ${files.length}.`,
    )
}
