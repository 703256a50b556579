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

/** A living Postgres server process, as its postmaster.pid describes it. */
export type Postmaster = { pid: number; port: number; ready: boolean }

/** The server that runs on this cluster; undefined where none does, whatever a killed one left behind. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const [pid = '', , , port = '', , , , status = ''] = linesOf(pidFile(cluster))
  if (!isPostmasterOf(cluster, Number(pid))) return undefined
  return { pid: Number(pid), port: Number(port), ready: status.trim() === 'ready' }
}

/**
 * Postgres refuses to start while the pid in its pid file is anybody's: after kill -9 that may be a zombie, or an
 * unrelated process in a restarted container. Only the pid is replaced, by one that cannot be: the file's
 * shared memory key is how Postgres finds backends that outlived their server. A file that stays empty is removed: a
 * server that was killed before it had written its pid has had no backends, and Postgres would never start beside it.
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
  // By a rename: killed half-way, this too would leave an empty file.
  writeFileSync(`${file}.new`, [IMPOSSIBLE_PID, ...rest].join('\n'), { mode })
  chownSync(`${file}.new`, uid, gid)
  renameSync(`${file}.new`, file)
}

const IMPOSSIBLE_PID = '2147483647'

/** Milliseconds. A living server makes the file and writes into it at once. */
const LONGEST_EMPTY = 1_000

const pidFile = (cluster: string): string => join(cluster, 'postmaster.pid')

const linesOf = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])

function isPostmasterOf(cluster: string, pid: number): boolean {
  if (!(pid > 0) || !isRunning(pid)) return false
  try {
    if (process.platform === 'win32') return true
    // A server's working directory is its cluster; where a system does not tell that, its name has to do.
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres')
  } catch {
    // Not ours to look into: somebody else's process, so not a server that this user started.
    return false
  }
}
