import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A process that another one can recognize later: a pid alone is reused, after a crash and in every restart of a
 * container. `startedAt` is opaque, fit for a file name, and empty where the system does not tell.
 */
export type ProcessIdentity = { pid: number; startedAt: string }

/** This process, as others will find it. */
export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, startedAt: startOf(process.pid) ?? '' }
}

/** True while that very process runs; a zombie, which kill(2) still finds, counts as ended. */
export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  if (!pidExists(pid)) return false
  const start = startOf(pid)
  return start !== 'ended' && (!start || !startedAt || start === startedAt)
}

/** True where some process, whichever, has that pid and still runs. */
export function isRunning(pid: number): boolean {
  return isAlive({ pid, startedAt: '' })
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** When a process started, in whatever unit the system has; `ended` for a zombie, undefined where unknown. */
function startOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return linuxStart(pid)
    if (process.platform === 'win32') return undefined
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return line.startsWith('Z') ? 'ended' : line.replace(/^\S+\s+/, '').replaceAll(/\W/g, '_')
  } catch {
    // Unknown, because hidden (hidepid) or just gone: the pid alone has to do.
    return undefined
  }
}

function linuxStart(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // proc(5): the second field, the name, may hold spaces and brackets, so the fields are counted after its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return 'ended'
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return `${boot}-${fields[19]}`
}
