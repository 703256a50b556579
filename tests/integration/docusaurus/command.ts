import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { childEnvironment } from '@/env'

const project = fileURLToPath(new URL('../../..', import.meta.url))

/** A process loads Payload anew, which takes a while on a busy machine. */
export const patience = 300_000

export type Ended = { code: number | null; stdout: string; stderr: string }

type Place = { databaseUrl: string; dataDir: string; killAt?: string }

export const importCommand = (args: string[], place: Place) =>
  command('src/docusaurus/import-command.ts', args, place)

export const exportCommand = (args: string[], place: Place) =>
  command('src/docusaurus/export-command.ts', args, place)

/**
 * Runs a command as a process of its own, on a database and a data directory.
 * @param killAt ends it with SIGKILL as soon as its progress says this
 */
function command(program: string, args: string[], { databaseUrl, dataDir, killAt }: Place): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: project,
    env: childEnvironment({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir }),
  })
  const ended: Ended = { code: null, stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (ended.stdout += chunk))
  child.stderr.on('data', (chunk) => {
    ended.stderr += chunk
    if (killAt && ended.stderr.includes(killAt)) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ ...ended, code }))
  })
}
