import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

type Answer = { url?: string; owned?: boolean; error?: string }

export type Holder = {
  process: ChildProcess
  /** The answer that the process printed about its Postgres. */
  answer: Promise<Answer>
  /** Lets the process leave Postgres and end. */
  leave(): Promise<void>
  kill(): Promise<void>
}

/** Starts a process that uses the embedded Postgres of that directory. As root, it can run as user `uid`. */
export function hold(dataDir: string, uid?: number): Holder {
  const script = fileURLToPath(new URL('./hold-postgres.ts', import.meta.url))
  const args = ['--import', 'tsx', script, dataDir, ...(uid ? [String(uid)] : [])]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const answer = once(createInterface(child.stdout), 'line').then(([line]) => JSON.parse(line) as Answer)
  return {
    process: child,
    answer,
    leave: async () => {
      child.stdin.end()
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
