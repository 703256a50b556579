import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive, thisProcess } from './processes'

/**
 * Runs `work` while no other process on this machine holds the lock of that directory.
 *
 * This is Lamport's bakery (Communications of the ACM 17(8), 1974) with one file per customer: the lowest ticket is
 * served. A file is named after its process and is never reused, so anyone may remove the ticket of a killed process
 * at any time. With a single lock file that processes take over, that would not be safe.
 */
export async function withProcessLock<T>(
  directory: string,
  work: () => Promise<T>,
  onWait?: (pid: number) => void,
): Promise<T> {
  mkdirSync(directory, { recursive: true })
  const me = thisProcess()
  const own = `${me.pid}.${me.startedAt}.${randomUUID()}`
  const choosing = join(directory, `${CHOOSING}.${own}`)
  writeFileSync(choosing, '')
  const number = Math.max(0, ...customers(directory).map((other) => other.number)) + 1
  const ticket = `${String(number).padStart(10, '0')}.${own}`
  writeFileSync(join(directory, ticket), '')
  rmSync(choosing)
  try {
    let told = false
    for (;;) {
      // Listed twice: one listing may miss both files of a customer who swaps them during the listing.
      const ahead = firstAhead(directory, ticket) ?? firstAhead(directory, ticket)
      if (!ahead) return await work()
      if (!told) onWait?.(ahead.pid)
      told = true
      await wait(25)
    }
  } finally {
    rmSync(join(directory, ticket), { force: true })
  }
}

const CHOOSING = 'choosing'

function firstAhead(directory: string, ticket: string): Customer | undefined {
  return customers(directory).find((other) => other.number === 0 || other.file < ticket)
}

type Customer = { file: string; number: number; pid: number }

/** Returns the live customers, with number 0 while they choose, and removes the files of dead ones. */
function customers(directory: string): Customer[] {
  return readdirSync(directory).flatMap((file) => {
    const [number = '', pid = '', startedAt = ''] = file.split('.')
    if (isAlive({ pid: Number(pid), startedAt })) {
      return [{ file, pid: Number(pid), number: number === CHOOSING ? 0 : Number(number) }]
    }
    rmSync(join(directory, file), { force: true })
    return []
  })
}
