import { readdirSync, readFileSync } from 'node:fs'

export type ProcessMemory = { pid: number; command: string; megabytes: number }

/**
 * Returns the memory of a process and of everything that it started, without Postgres: the proportional set size (PSS)
 * that the kernel keeps, in which a page that two processes share counts half for each (proc(5), `smaps_rollup`).
 * @throws Error where there is no /proc, which only Linux has.
 */
export function memoryBelow(root: number): ProcessMemory[] {
  const children = new Map<number, number[]>()
  for (const pid of runningProcesses()) {
    const parent = parentOf(pid)
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  const family = (pid: number): number[] =>
    isPostgres(pid) ? [] : [pid, ...(children.get(pid) ?? []).flatMap(family)]
  return family(root).map((pid) => ({ pid, command: commandOf(pid), megabytes: megabytesOf(pid) }))
}

function runningProcesses(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger)
  } catch (cause) {
    throw new Error(
      `Expected /proc, where Linux keeps what each process holds: ${process.platform} has none, so nothing is measured.`,
      { cause },
    )
  }
}

/** Proc(5): the second field, the name, may hold spaces and brackets, so the fields are counted after its end. */
function parentOf(pid: number): number | undefined {
  const stat = textOf(pid, 'stat')
  const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return parent === undefined ? undefined : Number(parent)
}

const isPostgres = (pid: number) => textOf(pid, 'comm').trim() === 'postgres'

/** `/usr/bin/node --import tsx src/server/http.ts` -> `node --import tsx src/server/http.ts` */
const commandOf = (pid: number) =>
  textOf(pid, 'cmdline')
    .replaceAll('\0', ' ')
    .trim()
    .replace(/^\S*\//, '')
    .slice(0, 80)

function megabytesOf(pid: number): number {
  const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB/m.exec(textOf(pid, 'smaps_rollup')) ?? []
  return Number(kilobytes) / 1024
}

/** A process may end while we look at it: there is nothing to read then. */
function textOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
