import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../../..', import.meta.url))

/** What `npm start` ends its announcement with, when it takes requests. */
const lastWords = 'Ctrl-C stops everything.'

/** Settings of the machine that runs the tests must not reach the product under test. */
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
  'TERBIT_PASSWORD',
  'TERBIT_EMBEDDED',
  'TERBIT_FAULTS',
]

/** What is left where a test could not clean up after itself, such as after its time was over. */
const groups = new Set<number>()
const directories = new Set<string>()
process.once('exit', () => {
  for (const group of groups) killGroup(group)
  for (const directory of directories) rmSync(directory, { recursive: true, force: true })
})

type Environment = Record<string, string | undefined>

/** Where a product keeps what it knows, and where it is reached: stays the same while servers come and go. */
export type Installation = {
  origin: string
  dataDir: string
  env: Environment
  remove(): Promise<void>
}

/** A server of an installation, as `npm start` starts it. */
export type Running = {
  /** What it has said so far. */
  log(): string
  /** As Ctrl-C does: everything that it started has ended when this resolves. */
  stop(): Promise<void>
  /** kill -9 of the process that started the server, alone. */
  killStarter(): Promise<void>
  /** kill -9 of the whole family, the embedded database, which has a family of its own, apart. */
  kill(): Promise<void>
  /** Resolves when it has ended by itself. */
  ended: Promise<void>
}

/**
 * An installation with a data directory of its own on a free port.
 * @param databaseUrl the embedded database of the data directory where left out
 * @param files a data directory to begin with a copy of
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
  // As root, the embedded Postgres runs as somebody else, who has to get in.
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
 * @throws with what it said, where it ends before that
 */
export async function startProduct(
  installation: Installation,
  { faults = [] }: { faults?: string[] } = {},
): Promise<Running> {
  const child = spawnInProject(installation, 'src/server/start.ts', [], { TERBIT_FAULTS: faults.join() })
  const log = logOf(child)
  let over = false
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve())).then(() => {
    over = true
  })
  while (!log().includes(lastWords)) {
    if (over) throw new Error(`The product ended before it was ready. It said:\n${log()}`)
    await wait(100)
  }
  return {
    log,
    ended,
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

/** Runs a program of the product beside its server or without one, and returns what it said on stdout. */
export async function runInProduct(
  installation: Installation,
  program: string,
  args: string[] = [],
  input = '',
): Promise<string> {
  const child = spawnInProject(installation, program, args, {})
  const log = logOf(child)
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stdin?.end(input)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (code === 0) return output
  throw new Error(`Expected ${program} to exit with 0, it exited with ${code}. It said:\n${log()}`)
}

function spawnInProject(
  { env }: Installation,
  program: string,
  args: string[],
  more: Environment,
): ChildProcess {
  const child = spawn('node', ['--import', 'tsx', program, ...args], {
    cwd: project,
    // Next makes NODE_ENV a must, which is for the product to set.
    env: { ...env, ...more } as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own, so that all of it can be killed at once.
    detached: true,
  })
  const { pid } = child
  if (pid) {
    groups.add(pid)
    child.once('close', () => groups.delete(pid))
  }
  return child
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // It ended just now.
  }
}

function logOf(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  child.on('error', (error) => (said += error.message))
  return () => said
}

/** A port that nobody listens on: a server that takes it at once has it. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
