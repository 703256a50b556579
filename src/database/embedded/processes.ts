import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A process that another process can recognize later. A pid alone is not enough, because pids are reused after a crash
 * and in every restart of a container. `startedAt` is opaque, fit for a file name, and empty when the system hides it.
 */
export type ProcessIdentity = { pid: number; startedAt: string }

/** Returns the identity of this process. */
export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, startedAt: startOf(process.pid) ?? '' }
}

/** True while exactly that process runs. A zombie counts as ended, although kill(2) still finds it. */
export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  if (!pidExists(pid)) return false
  const start = startOf(pid)
  return start !== 'ended' && (!start || !startedAt || start === startedAt)
}

/** True when any live process has that pid. */
export function isRunning(pid: number): boolean {
  return isAlive({ pid, startedAt: '' })
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM means that the process exists and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Returns the start time of a process in the system's own unit, `ended` for a zombie, undefined when unknown. */
function startOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return linuxStart(pid)
    if (process.platform === 'win32') return undefined
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return line.startsWith('Z') ? 'ended' : line.replace(/^\S+\s+/, '').replaceAll(/\W/g, '_')
  } catch {
    // Hidden (hidepid) or just gone. The pid alone has to do.
    return undefined
  }
}

function linuxStart(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // proc(5): the second field, the name, may hold spaces and brackets, so the fields are counted after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return 'ended'
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return `${boot}-${fields[19]}`
}
