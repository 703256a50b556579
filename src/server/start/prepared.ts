import { type ChildProcess, spawn } from 'node:child_process'
import { childEnvironment } from '@/env'

/** The result of preparing the database: the link that makes the first user, while there is no user. */
export type Prepared = { setUpLink?: string } | { failure: string }

/**
 * Prepares the database in a process of its own, which ends: Payload, which it loads, would stay in memory for as long
 * as the server runs.
 * @throws Error with the words of that process
 */
export async function prepareDatabase(onStart: (child: ChildProcess) => void): Promise<string | undefined> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/prepare.ts'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: childEnvironment(),
  })
  onStart(child)
  const prepared = await new Promise<Prepared>((resolve, reject) => {
    child.once('message', resolve)
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      reject(
        new Error(`Preparing the database ended with ${signal ?? `exit code ${code}`}; its words are above.`),
      ),
    )
  })
  if ('failure' in prepared) throw new Error(prepared.failure)
  return prepared.setUpLink
}
