/**
 * The Postgres that Terbit brings along, for machines without DATABASE_URL.
 *
 *   absent ──initdb beside it, then rename──▶ stopped ◀──────── last user leaves: fast shutdown ─────────┐
 *                                               │                                                        │
 *                                               ├──spawn, free port──▶ starting ──ready in pid file──▶ running
 *                                               │                         │                              │
 *                                               └◀── exit: try again ─────┘      kill -9: stale pid ─────┤
 *                                               ▲                                                        │
 *                                               └────────────────────────────────────────────────────────┘
 *
 * Every change of state happens under one lock between processes. In DATA_DIR: `postgres` (the cluster, with
 * its password), `postgres.json` (who uses the server, the last port), `postgres.lock`, `postgres.log`.
 *
 * Whoever calls ensurePostgres becomes a user of the server. The first user that is alive owns it, so the owner of
 * an orphan, whose starter was killed, is whoever finds it; and one that leaves before the others leaves it to them.
 */

import { execFile, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { DatabaseStartError } from './database-start-error'
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries'
import { asUser, type PostgresUser, postgresUser } from './postgres-user'
import { disownStalePid, type Postmaster, runningPostmaster } from './postmaster'
import { withProcessLock } from './process-lock'
import { isAlive, type ProcessIdentity, thisProcess } from './processes'

export type EmbeddedPostgres = {
  url: string
  /** True where this process started the server, or found it orphaned, and so is the one to stop it. */
  owned: boolean
  /** Leaves the server, and stops it where no other process uses it. May be called again. */
  stop(): Promise<void>
}

/**
 * Starts the embedded Postgres of a data directory, or joins the one that runs.
 *
 * @param options.dataDir DATA_DIR, absolute.
 * @param options.onProgress told of each step that may take more than a moment.
 * @throws DatabaseStartError with what to do about it.
 */
export async function ensurePostgres(options: {
  dataDir: string
  onProgress?: (step: string) => void
}): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataDir, { recursive: true })
  const cluster = clusterOf(options.dataDir)
  const binaries = postgresBinaries()
  const home: Home = {
    dataDir: options.dataDir,
    cluster,
    binaries,
    user: postgresUser(cluster, binaries.directory),
    report: options.onProgress ?? (() => undefined),
  }
  const user = { ...thisProcess(), id: randomUUID() }
  return locked(home, async () => {
    const server = (await settled(home)) ?? (await start(home))
    const url = urlOf(cluster, server.port)
    await ensureDatabase(url)
    const { users } = register(home)
    save(home, { port: server.port, users: [...users, user] })
    return { url, owned: users.length === 0, stop: once(() => leave(home, user.id)) }
  })
}

/** The address of the embedded Postgres of that data directory, where it runs and takes connections. */
export async function runningPostgresUrl(dataDir: string): Promise<string | undefined> {
  const server = runningPostmaster(clusterOf(dataDir))
  return server?.ready ? urlOf(clusterOf(dataDir), server.port) : undefined
}

const ROLE = 'terbit'
const ATTEMPTS = 6

type Home = {
  dataDir: string
  cluster: string
  binaries: PostgresBinaries
  user: PostgresUser
  report: (step: string) => void
}
type Register = { port?: number; users: (ProcessIdentity & { id: string })[] }

const clusterOf = (dataDir: string) => join(dataDir, 'postgres')
const passwordFile = (cluster: string) => join(cluster, 'terbit.password')
const logOf = (home: Home) => join(home.dataDir, 'postgres.log')
const run = promisify(execFile)

function locked<T>(home: Home, work: () => Promise<T>): Promise<T> {
  return withProcessLock(join(home.dataDir, 'postgres.lock'), work, (pid) =>
    home.report(`Waiting for process ${pid}, which is starting or stopping the database`),
  )
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}

/** The running server, after it has finished what it is in the middle of; undefined where none runs. */
async function settled(home: Home): Promise<Postmaster | undefined> {
  let server = runningPostmaster(home.cluster)
  if (server && !server.ready) home.report('Waiting for the database, which is starting or stopping')
  while (server && !server.ready) {
    await wait(50)
    server = runningPostmaster(home.cluster)
  }
  return server
}

async function start(home: Home): Promise<Postmaster> {
  if (!existsSync(home.cluster)) await create(home)
  home.report('Starting the database')
  for (let attempt = 1; ; attempt++) {
    disownStalePid(home.cluster)
    const port = await freePort(attempt === 1 ? register(home).port : undefined)
    const failure = await launch(home, port)
    if (!failure) return { ...(runningPostmaster(home.cluster) ?? { pid: 0, ready: true }), port }
    if (attempt === ATTEMPTS) {
      throw new DatabaseStartError(
        `The embedded Postgres did not start in ${ATTEMPTS} attempts: ${failure}. Its log, ${logOf(home)}, ends:\n` +
          `${lastLines(logOf(home))}\nRemove the cause, or set DATABASE_URL to a Postgres of yours.`,
      )
    }
    // Backends of a killed server may need a moment to notice, and another program may have taken the port.
    await wait(100 * 2 ** attempt)
  }
}

/** Runs initdb out of sight, so that a cluster is either whole or not there. */
async function create(home: Home): Promise<void> {
  home.report('Creating the database (first start only)')
  const prefix = `${basename(home.cluster)}.creating-`
  for (const name of readdirSync(home.dataDir).filter((file) => file.startsWith(prefix))) {
    rmSync(join(home.dataDir, name), { recursive: true, force: true, maxRetries: 5 })
  }
  const workshop = join(home.dataDir, prefix + randomUUID())
  const unborn = join(workshop, 'cluster')
  const password = join(workshop, 'password')
  mkdirSync(workshop, { mode: 0o700 })
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (home.user) for (const path of [workshop, password]) chownSync(path, home.user.uid, home.user.gid)
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const access = [`--username=${ROLE}`, `--pwfile=${password}`, '--auth=scram-sha-256']
  await execute(home, home.binaries.initdb, ['-D', unborn, ...access, ...locale, '--no-instructions'])
  renameSync(password, passwordFile(unborn))
  renameSync(unborn, home.cluster)
  rmSync(workshop, { recursive: true, force: true })
}

/** Starts the server; a sentence about what went wrong where it ended before it was ready. */
async function launch(home: Home, port: number): Promise<string | undefined> {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    'timezone=UTC',
    'log_timezone=UTC',
    'jit=off',
  ]
  const command = asUser(home.user, home.binaries.postgres, [
    ...['-D', home.cluster, '-p', String(port)],
    ...settings.flatMap((setting) => ['-c', setting]),
  ])
  const log = openSync(logOf(home), 'w', 0o600)
  // Detached: Ctrl-C is for us alone; we say when the server stops.
  const child = spawn(command.file, command.args, {
    ...command.options,
    cwd: home.dataDir,
    env: environment(),
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  })
  closeSync(log)
  let ended: string | undefined
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', (code, signal) => {
    ended = `postgres ended with ${signal ?? `exit code ${code}`}`
  })
  child.unref()
  for (;;) {
    const server = runningPostmaster(home.cluster)
    if (server?.ready && server.pid === child.pid) return undefined
    if (ended) return ended
    await wait(20)
  }
}

async function leave(home: Home, id: string): Promise<void> {
  await locked(home, async () => {
    const { port, users } = register(home)
    const others = users.filter((user) => user.id !== id)
    save(home, { port, users: others })
    if (others.length > 0 || !(await settled(home))) return
    await execute(home, home.binaries.pgCtl, ['stop', '-D', home.cluster, '-m', 'fast', '-w', '-t', '120'])
  })
}

/** What the last process left in postgres.json, without the users that have ended. */
function register(home: Home): Register {
  const file = `${home.cluster}.json`
  if (!existsSync(file)) return { users: [] }
  const { port, users } = JSON.parse(readFileSync(file, 'utf8')) as Register
  return { port, users: users.filter(isAlive) }
}

function save(home: Home, content: Register): void {
  const file = `${home.cluster}.json`
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

async function ensureDatabase(url: string): Promise<void> {
  const maintenance = new URL(url)
  maintenance.pathname = '/postgres'
  const client = new Client({ connectionString: maintenance.href, connectionTimeoutMillis: 15_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [ROLE])
    if (!rowCount) await client.query(`create database ${ROLE}`)
  } catch (cause) {
    throw new DatabaseStartError(`The embedded Postgres runs, but does not let us in: ${String(cause)}`, {
      cause,
    })
  } finally {
    await client.end()
  }
}

function urlOf(cluster: string, port: number): string {
  const file = passwordFile(cluster)
  if (!existsSync(file)) {
    throw new DatabaseStartError(
      `Expected the database's password in ${file}. Restore that file from a backup.`,
    )
  }
  return `postgres://${ROLE}:${readFileSync(file, 'utf8').trim()}@127.0.0.1:${port}/${ROLE}`
}

async function execute(home: Home, program: string, args: string[]): Promise<void> {
  const command = asUser(home.user, program, args)
  try {
    await run(command.file, command.args, { ...command.options, cwd: home.dataDir, env: environment() })
  } catch (cause) {
    const output = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause)
    throw new DatabaseStartError(`${basename(program)} failed: ${output}`, { cause })
  }
}

/** Our environment without the variables that would redirect Postgres, and with messages in one language. */
function environment(): NodeJS.ProcessEnv {
  const variables: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' }
  for (const name of Object.keys(variables)) if (name.startsWith('PG')) delete variables[name]
  return variables
}

/** That port where it is free, else any free one. */
function freePort(preferred?: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (preferred ? resolve(freePort()) : reject(error)))
    probe.listen({ host: '127.0.0.1', port: preferred ?? 0, exclusive: true }, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n')
}
