import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, parse } from 'node:path'
import { promisify } from 'node:util'
import { DatabaseStartError } from './database-start-error'
import { asUser, type PostgresUser } from './postgres-user'

const run = promisify(execFile)
const LARGEST_LOG = 5_000_000

/** Runs a Postgres program and waits for its end. */
export async function runToEnd(user: PostgresUser, program: string, args: string[]): Promise<void> {
  const command = asUser(user, program, args)
  try {
    await run(command.file, command.args, { ...command.options, cwd: anywhere, env: environment() })
  } catch (cause) {
    const output = cause instanceof Error && 'stderr' in cause && String(cause.stderr).trim()
    throw new DatabaseStartError(
      `${basename(program)} failed: ${output || String(cause)}. Remove the cause, or set DATABASE_URL.`,
      { cause },
    )
  }
}

/** Starts a program that outlives this process, does not receive its Ctrl-C, and appends its output to `log`. */
export function runDetached(
  user: PostgresUser,
  program: string,
  args: string[],
  log: string,
): { child: ChildProcess; ended: () => string | undefined } {
  const command = asUser(user, program, args)
  if (existsSync(log) && statSync(log).size > LARGEST_LOG) renameSync(log, `${log}.1`)
  const output = openSync(log, 'a', 0o600)
  const child = spawn(command.file, command.args, {
    ...command.options,
    cwd: anywhere,
    env: environment(),
    detached: true,
    stdio: ['ignore', output, output],
    windowsHide: true,
  })
  closeSync(output)
  child.unref()
  let ended: string | undefined
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', (code, signal) => {
    ended = `${basename(program)} ended with ${signal ?? `exit code ${code}`}`
  })
  return { child, ended: () => ended }
}

/** Returns the preferred port of the loopback interface if it is free, or else any free port. */
export function freePort(preferred?: number): Promise<number> {
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

/** A working directory that every user may enter. */
const anywhere = parse(process.cwd()).root

/** Our environment without variables that would redirect Postgres, and with messages in one language. */
function environment(): NodeJS.ProcessEnv {
  const variables: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' }
  for (const name of Object.keys(variables)) if (name.startsWith('PG')) delete variables[name]
  return variables
}
