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
 * Each process that calls ensurePostgres becomes a user of the server. The first user that is alive owns the server. So
 * the process that finds an orphan, whose starter was killed, becomes its owner, and an owner that leaves before the
 * others hands the server to them.
 *
 * Every user watches the server. However it ends while somebody uses it, killed or shut down, it is started again.
 */

import { randomUUID } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { backOff } from '../back-off'
import { type Cluster, createCluster, databaseUrl, ensureDatabase, removeUnfinished } from './cluster'
import { DatabaseStartError } from './database-start-error'
import { postgresBinaries } from './postgres-binaries'
import { freePort, runDetached, runToEnd } from './postgres-process'
import { postgresUser } from './postgres-user'
import { disownStalePid, type Postmaster, runningPostmaster } from './postmaster'
import { withProcessLock } from './process-lock'
import { isAlive, type ProcessIdentity, thisProcess } from './processes'

export type EmbeddedPostgres = {
  url: string
  /** True when this process started the server or found it orphaned, and therefore has to stop it. */
  owned: boolean
  /** Leaves the server, and stops it when no other process uses it. Further calls do nothing. */
  stop(): Promise<void>
}

/**
 * Starts the embedded Postgres of a data directory, or joins the one that is running.
 *
 * @param options.dataDir DATA_DIR, absolute.
 * @param options.onProgress called with each step that may take more than a moment.
 * @param options.onLost called when the server has ended and cannot be started again.
 * @throws DatabaseStartError that says what to do about it.
 */
export async function ensurePostgres(options: {
  dataDir: string
  onProgress?: (step: string) => void
  onLost?: (error: Error) => void
}): Promise<EmbeddedPostgres> {
  const { dataDir, onProgress: report = () => undefined, onLost = (error) => report(error.message) } = options
  assertWritable(dataDir)
  const directory = clusterOf(dataDir)
  const binaries = postgresBinaries()
  const home: Home = { directory, binaries, user: postgresUser(directory, binaries.directory), report }
  const user = { ...thisProcess(), id: randomUUID() }
  return locked(home, async () => {
    const { port, url } = await reachable(home)
    const { users } = register(home)
    save(home, { port, users: [...users, user] })
    const forget = watch(home, user.id, onLost)
    return {
      url,
      owned: users.length === 0,
      stop: once(() => {
        forget()
        return leave(home, user.id)
      }),
    }
  })
}

/** Returns the address of a data directory's embedded Postgres, if it runs and accepts connections. */
export async function runningPostgresUrl(dataDir: string): Promise<string | undefined> {
  const server = runningPostmaster(clusterOf(dataDir))
  return server?.ready ? databaseUrl(clusterOf(dataDir), server.port) : undefined
}

/** Returns the processes that use a data directory's embedded Postgres at this moment. */
export function postgresUsers(dataDir: string): number[] {
  return register({ directory: clusterOf(dataDir) }).users.map(({ pid }) => pid)
}

const ATTEMPTS = 6
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=60',
  'timezone=UTC',
  'log_timezone=UTC',
  'jit=off',
]

type Home = Cluster & { report: (step: string) => void }
type Register = { port?: number; users: (ProcessIdentity & { id: string })[] }

const clusterOf = (dataDir: string) => join(dataDir, 'postgres')
const beside = (home: Pick<Home, 'directory'>, suffix: 'json' | 'lock' | 'log') =>
  `${home.directory}.${suffix}`

function assertWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch (cause) {
    throw new DatabaseStartError(
      `Expected a directory that we may write to in DATA_DIR, found ${dataDir} (${String(cause)}). ` +
        'Set DATA_DIR to another, or give this one to the user that runs Terbit.',
      { cause },
    )
  }
}

function locked<T>(home: Home, work: () => Promise<T>): Promise<T> {
  return withProcessLock(beside(home, 'lock'), work, (pid) =>
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

/** Returns a server that accepts our connection: the one that runs, or a new one. */
async function reachable(home: Home): Promise<{ port: number; url: string }> {
  for (let attempt = 1; ; attempt++) {
    const server = (await settled(home)) ?? (await start(home))
    const url = databaseUrl(home.directory, server.port)
    try {
      await ensureDatabase(url)
      return { port: server.port, url }
    } catch (cause) {
      // The server may have ended since it was seen.
      if (attempt === ATTEMPTS) {
        throw new DatabaseStartError(
          `The embedded Postgres runs as process ${server.pid} on port ${server.port}, and does not let us in: ` +
            `${String(cause)}. Stop that process and start again, or set DATABASE_URL.`,
          { cause },
        )
      }
      await pause(attempt)
    }
  }
}

/** Returns the running server once it has finished starting or stopping, or undefined when none runs. */
async function settled(home: Home): Promise<Postmaster | undefined> {
  let server = runningPostmaster(home.directory)
  if (server && !server.ready) home.report('Waiting for the database, which is starting or stopping')
  while (server && !server.ready) {
    await wait(50)
    server = runningPostmaster(home.directory)
  }
  return server
}

async function start(home: Home): Promise<Postmaster> {
  removeUnfinished(home.directory)
  if (!existsSync(home.directory)) {
    home.report('Creating the database (first start only)')
    await createCluster(home)
  }
  home.report('Starting the database')
  for (let attempt = 1; ; attempt++) {
    disownStalePid(home.directory)
    // The last port is tried first, so that clients that were connected find the server again.
    const outcome = await launch(
      home,
      await freePort(attempt < ATTEMPTS / 2 ? register(home).port : undefined),
    )
    if (typeof outcome !== 'string') return outcome
    if (attempt === ATTEMPTS) {
      throw new DatabaseStartError(
        `The embedded Postgres did not start in ${ATTEMPTS} attempts: ${outcome}. Its log, ${beside(home, 'log')}, ` +
          `ends:\n${lastLines(beside(home, 'log'))}\nRemove the cause, or set DATABASE_URL to a Postgres of yours.`,
      )
    }
    // Backends of a killed server may need a moment to notice, or another program may have taken the port.
    await pause(attempt)
  }
}

/** Starts the server once. Returns a sentence about what went wrong when it ended before it was ready. */
async function launch(home: Home, port: number): Promise<Postmaster | string> {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting])
  const args = ['-D', home.directory, '-p', String(port), ...settings]
  const { child, ended } = runDetached(home.user, home.binaries.postgres, args, beside(home, 'log'))
  for (;;) {
    const server = runningPostmaster(home.directory)
    if (server?.ready && server.pid === child.pid) return server
    const failure = ended()
    if (failure) return failure
    await wait(20)
  }
}

/** Milliseconds between two looks at the server. A look reads one small file. */
const lookEvery = 250

/** Milliseconds that a server which somebody asked to shut down gets for that, while clients hold on to it. */
const shutDownWithin = 5_000

/**
 * Starts the server again whenever it ends while this user uses it, after a pause that grows. Not by the exit of a
 * child: the server may be the child of a process that has ended.
 * @returns a function that ends the watch.
 */
function watch(home: Home, id: string, onLost: (error: Error) => void): () => void {
  const pauses = backOff({ attempts: 8 })
  let startedAt = performance.now()
  let stoppingSince: number | undefined
  let over = false

  const look = async () => {
    const server = runningPostmaster(home.directory)
    stoppingSince = server?.stopping ? (stoppingSince ?? performance.now()) : undefined
    if (server && (stoppingSince === undefined || performance.now() - stoppingSince < shutDownWithin)) return
    home.report('The database ended unexpectedly')
    const pause = pauses(performance.now() - startedAt)
    if (pause === undefined)
      throw new DatabaseStartError(
        `The embedded Postgres ended again and again. Its log, ${beside(home, 'log')}, ends:\n${lastLines(beside(home, 'log'))}`,
      )
    await locked(home, async () => {
      if (!register(home).users.some((user) => user.id === id)) return
      // Another user of the server may have been faster.
      if (runningPostmaster(home.directory)?.stopping) await shutDown(home)
      await reachable(home)
    })
    startedAt = performance.now()
    await wait(pause, undefined, { ref: false })
  }

  const next = () => {
    if (over) return
    setTimeout(() => {
      if (over) return
      look().then(next, (error: Error) => {
        if (!over) onLost(error)
      })
    }, lookEvery).unref()
  }
  next()
  return () => {
    over = true
  }
}

const shutDown = (home: Home) =>
  runToEnd(home.user, home.binaries.pgCtl, ['stop', '-D', home.directory, '-m', 'fast', '-t', '120'])

async function leave(home: Home, id: string): Promise<void> {
  await locked(home, async () => {
    const { port, users } = register(home)
    const others = users.filter((user) => user.id !== id)
    save(home, { port, users: others })
    if (others.length > 0 || !(await settled(home))) return
    await shutDown(home)
  })
}

/** Reads postgres.json, without the users that have ended. */
function register(home: Pick<Home, 'directory'>): Register {
  const file = beside(home, 'json')
  if (!existsSync(file)) return { users: [] }
  const { port, users } = JSON.parse(readFileSync(file, 'utf8')) as Register
  return { port, users: users.filter(isAlive) }
}

function save(home: Home, content: Register): void {
  const file = beside(home, 'json')
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

function pause(attempt: number): Promise<void> {
  return wait(50 * 2 ** attempt)
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n')
}
