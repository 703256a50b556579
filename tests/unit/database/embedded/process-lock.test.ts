import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withProcessLock } from '@/database/embedded/process-lock'

// No system assigns this pid.
const DEAD = 2_147_483_647

let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'terbit-lock-'))
})

afterEach(() => {
  rmSync(directory, { recursive: true })
})

test('work under the lock never overlaps', async () => {
  let inside = 0
  let most = 0
  const work = async () => {
    inside += 1
    most = Math.max(most, inside)
    await turn()
    inside -= 1
  }
  await Promise.all(Array.from({ length: 8 }, () => withProcessLock(directory, work)))
  expect(most).toBe(1)
})

test('the lock is free again after work that fails', async () => {
  await expect(withProcessLock(directory, () => Promise.reject(new Error('no room')))).rejects.toThrow(
    'no room',
  )
  await expect(withProcessLock(directory, () => Promise.resolve('done'))).resolves.toBe('done')
  expect(readdirSync(directory)).toEqual([])
})

test('a ticket whose process was killed holds up nobody', async () => {
  writeFileSync(join(directory, `0000000001.${DEAD}.start.1`), '')
  await expect(withProcessLock(directory, () => Promise.resolve('done'))).resolves.toBe('done')
})

test('a process that was killed while it drew a ticket holds up nobody', async () => {
  writeFileSync(join(directory, `choosing.${DEAD}.start.1`), '')
  await expect(withProcessLock(directory, () => Promise.resolve('done'))).resolves.toBe('done')
})

test('a ticket of a living process is waited for, and the wait is told', async () => {
  const ticket = join(directory, `0000000001.${process.pid}..1`)
  writeFileSync(ticket, '')
  const told: number[] = []
  const onWait = (pid: number) => {
    told.push(pid)
    rmSync(ticket)
  }
  await withProcessLock(directory, () => Promise.resolve(), onWait)
  expect(told).toEqual([process.pid])
})
