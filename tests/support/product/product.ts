import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '@/database/embedded/postgres-process'

const project = fileURLToPath(new URL('../../..', import.meta.url))

/** The end of the announcement that `npm start` prints when it takes requests. */
const lastWords = 'Ctrl-C stops everything.'

/** The tester's own settings, which must not reach the product under test. */
const settings = [
  'PORT',
  'HOST',
  'SITE_URL',
  'DATABASE_URL',
  'PAYLOAD_SECRET',
  'DATA_DIR',
  'SMTP_URL',
  'NODE_ENV',
  'OG_ACCESS',
  'TRUSTED_PROXIES',
  'LOG_LEVEL',
  'METRICS_TOKEN',
  'TERBIT_PASSWORD',
  'TERBIT_EMBEDDED',
  'TERBIT_FAULTS',
]

/** Process groups and directories to clean up when a test could not do so itself, for example after a timeout. */
const groups = new Set<number>()
const directories = new Set<string>()
process.once('exit', () => {
  for (const group of groups) killGroup(group)
  for (const directory of directories) rmSync(directory, { recursive: true, force: true })
})

type Environment = Record<string, string | undefined>

/** The data and address of a product. They stay the same while servers start and stop. */
export type Installation = {
  origin: string
  dataDir: string
  env: Environment
  remove(): Promise<void>
}

/** A server of an installation, as `npm start` starts it. */
export type Running = {
  /** The process that was started: the starter itself, or npm. */
  pid: number
  /** Returns everything that the server has printed so far. */
  log(): string
  /** Stops the server as Ctrl-C does. When this resolves, everything that it started has ended. */
  stop(): Promise<void>
  /** Kills only the process that started the server, with kill -9. */
  killStarter(): Promise<void>
  /** Kills the server's process group with kill -9. The embedded database has a group of its own and survives. */
  kill(): Promise<void>
  /** Resolves when the server has ended by itself. */
  ended: Promise<void>
  /** Resolves then to the code that it ended with. */
  exitCode: Promise<number | null>
}

/**
 * Creates an installation with its own data directory on a free port.
 * @param databaseUrl by default the embedded database of the data directory
 * @param files a data directory to start with a copy of
 */
export async function createInstallation({
  databaseUrl,
  files,
}: {
  databaseUrl?: string
  files?: string
} = {}): Promise<Installation> {
  const dataDir = await mkdtemp(join(tmpdir(), 'terbit-product-'))
  directories.add(dataDir)
  if (files) await cp(files, dataDir, { recursive: true })
  // As root, the embedded Postgres runs as another user, who must be able to enter the directory.
  await chmod(dataDir, 0o711)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  return {
    origin,
    dataDir,
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.includes(name))),
      PATH: `${join(project, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
      PORT: String(port),
      SITE_URL: origin,
      DATA_DIR: dataDir,
      ...(databaseUrl ? { DATABASE_URL: databaseUrl, PAYLOAD_SECRET: 'a secret for tests alone' } : {}),
    },
    remove: async () => {
      await rm(dataDir, { recursive: true, force: true })
      directories.delete(dataDir)
    },
  }
}

/**
 * Starts the product, and resolves when it takes requests.
 * @param options.faults names of fault points
 * @throws with the product's output when it ends before that
 */
export async function startProduct(
  installation: Installation,
  { faults = [] }: { faults?: string[] } = {},
): Promise<Running> {
  return untilReady(
    spawnGroup('node', ['src/server/launch.mjs'], { ...installation.env, TERBIT_FAULTS: faults.join() }),
  )
}

/**
 * The same by `npm start`, with the npm and the Node of this machine, as an operator types it.
 * @throws with what it said, where it ends before it takes requests
 */
export async function startByNpm({ env }: Installation): Promise<Running> {
  const path = env.PATH?.split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const child = spawnGroup('npm', ['start'], { ...env, PATH: path?.join(delimiter) })
  const running = await untilReady(child)
  return {
    ...running,
    stop: () => {
      signalGroup(running.pid, 'SIGINT')
      return running.ended
    },
  }
}

async function untilReady(child: ChildProcess): Promise<Running> {
  const log = logOf(child)
  let over = false
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve))
  const ended = exitCode.then(() => {
    over = true
  })
  while (!log().includes(lastWords)) {
    if (over) throw new Error(`The product ended before it was ready. It said:\n${log()}`)
    await wait(100)
  }
  return {
    pid: child.pid ?? 0,
    log,
    ended,
    exitCode,
    stop: () => {
      if (!over) child.kill('SIGTERM')
      return ended
    },
    killStarter: () => {
      child.kill('SIGKILL')
      return ended
    },
    kill: () => {
      if (!over && child.pid) killGroup(child.pid)
      return ended
    },
  }
}

/** Runs a program of the product, with or without a running server, and returns its output. */
export async function runInProduct(
  installation: Installation,
  program: string,
  args: string[] = [],
  input = '',
): Promise<string> {
  const child = spawnGroup('node', ['--import', 'tsx', program, ...args], installation.env)
  const log = logOf(child)
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stdin?.end(input)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (code === 0) return output
  throw new Error(`Expected ${program} to exit with 0, it exited with ${code}. It said:\n${log()}`)
}

function spawnGroup(command: string, args: string[], env: Environment): ChildProcess {
  const child = spawn(command, args, {
    cwd: project,
    // Next's types require NODE_ENV, which the product must set itself.
    env: env as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'pipe'],
    // A process group of its own, so that all of it can be killed at once.
    detached: true,
  })
  const { pid } = child
  if (pid) {
    groups.add(pid)
    child.once('close', () => groups.delete(pid))
  }
  return child
}

const killGroup = (leader: number) => signalGroup(leader, 'SIGKILL')

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal)
  } catch {
    // The group has just ended.
  }
}

function logOf(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  child.on('error', (error) => (said += error.message))
  return () => said
}
