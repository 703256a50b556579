import { randomBytes, randomUUID } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Client } from 'pg'
import { DatabaseStartError } from './database-start-error'
import type { PostgresBinaries } from './postgres-binaries'
import { runToEnd } from './postgres-process'
import type { PostgresUser } from './postgres-user'

/** A Postgres cluster: its directory, the programs that work on it, and the user that runs them. */
export type Cluster = { directory: string; binaries: PostgresBinaries; user: PostgresUser }

const ROLE = 'terbit'
const UNFINISHED = '.creating-'

/** Runs initdb in another directory and renames the result, so that a cluster is either complete or missing. */
export async function createCluster({ directory, binaries, user }: Cluster): Promise<void> {
  const workshop = `${directory}${UNFINISHED}${randomUUID()}`
  const unborn = join(workshop, 'cluster')
  const password = join(workshop, 'password')
  mkdirSync(workshop, { mode: 0o700 })
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (user) for (const path of [workshop, password]) chownSync(path, user.uid, user.gid)
  const access = [`--username=${ROLE}`, `--pwfile=${password}`, '--auth=scram-sha-256']
  // The built-in locale sorts alike on every system, whatever locales the system has.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  await runToEnd(user, binaries.initdb, ['-D', unborn, ...access, ...locale, '--no-instructions'])
  renameSync(password, passwordFile(unborn))
  renameSync(unborn, directory)
  rmSync(workshop, { recursive: true, force: true })
}

/** Removes the remains of initdb runs that were killed. Only the holder of the lock may call this. */
export function removeUnfinished(directory: string): void {
  const prefix = basename(directory) + UNFINISHED
  for (const name of readdirSync(dirname(directory)).filter((file) => file.startsWith(prefix))) {
    try {
      rmSync(join(dirname(directory), name), { recursive: true })
    } catch {
      // An orphaned initdb may still be writing there. It does no harm, and the next start tries again.
    }
  }
}

/** Returns the connection URI of the product's database in a cluster whose server listens on `port`. */
export function databaseUrl(cluster: string, port: number): string {
  const file = passwordFile(cluster)
  if (!existsSync(file)) {
    throw new DatabaseStartError(
      `Expected the database's password in ${file}. Restore that file from a backup.`,
    )
  }
  return `postgres://${ROLE}:${readFileSync(file, 'utf8').trim()}@127.0.0.1:${port}/${ROLE}`
}

/** Creates the product's database in a new cluster. This also proves that the server accepts our connection. */
export async function ensureDatabase(url: string): Promise<void> {
  const maintenance = new URL(url)
  maintenance.pathname = '/postgres'
  const client = new Client({ connectionString: maintenance.href, connectionTimeoutMillis: 15_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [ROLE])
    if (!rowCount) await client.query(`create database ${ROLE}`)
  } finally {
    await client.end()
  }
}

function passwordFile(cluster: string): string {
  return join(cluster, 'terbit.password')
}
