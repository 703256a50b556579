import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning } from './processes'

/** A living Postgres server process, as its postmaster.pid describes it. */
export type Postmaster = { pid: number; port: number; ready: boolean }

/** The server that runs on this cluster; undefined where none does, whatever a killed one left behind. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const [pid = '', , , port = '', , , , status = ''] = pidFile(cluster)
  if (!isPostmasterOf(cluster, Number(pid))) return undefined
  return { pid: Number(pid), port: Number(port), ready: status.trim() === 'ready' }
}

/**
 * Postgres refuses to start while the pid in its pid file is anybody's: after kill -9 that may be a zombie, or an
 * unrelated process in a restarted container. Only the pid is replaced, by one that cannot be: the file's
 * shared memory key is how Postgres finds backends that outlived their server.
 */
export function disownStalePid(cluster: string): void {
  if (runningPostmaster(cluster)) return
  const [pid, ...rest] = pidFile(cluster)
  if (pid) writeFileSync(join(cluster, 'postmaster.pid'), [IMPOSSIBLE_PID, ...rest].join('\n'))
}

const IMPOSSIBLE_PID = '2147483647'

function pidFile(cluster: string): string[] {
  const file = join(cluster, 'postmaster.pid')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
}

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
