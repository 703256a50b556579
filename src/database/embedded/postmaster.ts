import { execFileSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { isRunning } from './processes'

/** A live Postgres server process, as its postmaster.pid describes it. */
export type Postmaster = { pid: number; port: number; ready: boolean; stopping: boolean }

/** Returns the server that runs on this cluster. The files of a killed server do not count as one. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const [pid = '', , , port = '', , , , status = ''] = linesOf(pidFile(cluster))
  if (!isPostmasterOf(cluster, Number(pid))) return undefined
  return {
    pid: Number(pid),
    port: Number(port),
    ready: status.trim() === 'ready',
    stopping: status.trim() === 'stopping',
  }
}

/**
 * Replaces the pid in the pid file of a dead server. Postgres refuses to start while that pid belongs to any process:
 * after kill -9 that may be a zombie, or an unrelated process in a restarted container. Only the pid is replaced, by an
 * impossible one, because Postgres finds backends that outlived their server by the shared memory key in the same file.
 * A file that stays empty is removed. Its server was killed before it had written its pid, so it had no backends, and
 * Postgres would never start beside such a file.
 */
export function disownStalePid(cluster: string): void {
  if (runningPostmaster(cluster)) return
  const file = pidFile(cluster)
  if (!existsSync(file)) return
  const [pid, ...rest] = linesOf(file)
  const { uid, gid, mode, mtimeMs } = statSync(file)
  if (!pid) {
    if (Date.now() - mtimeMs > LONGEST_EMPTY) rmSync(file)
    return
  }
  // Written under another name and renamed, because a kill half-way would otherwise leave an empty file too.
  writeFileSync(`${file}.new`, [IMPOSSIBLE_PID, ...rest].join('\n'), { mode })
  chownSync(`${file}.new`, uid, gid)
  renameSync(`${file}.new`, file)
}

const IMPOSSIBLE_PID = '2147483647'

/** Milliseconds. A live server creates the file and writes into it at once. */
const LONGEST_EMPTY = 1_000

const pidFile = (cluster: string): string => join(cluster, 'postmaster.pid')

const linesOf = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])

function isPostmasterOf(cluster: string, pid: number): boolean {
  if (!(pid > 0) || !isRunning(pid)) return false
  try {
    if (process.platform === 'win32') return true
    // A server's working directory is its cluster. On systems that do not tell it, the process name has to do.
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres')
  } catch {
    // A process that we may not inspect belongs to somebody else, so this user did not start it as a server.
    return false
  }
}
