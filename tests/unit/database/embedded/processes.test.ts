import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { isAlive, thisProcess } from '@/database/embedded/processes'

test('this process is alive', () => {
  expect(isAlive(thisProcess())).toBe(true)
})

test('a process that ended is not alive', async () => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  expect(isAlive({ pid: child.pid ?? 0, startedAt: '' })).toBe(false)
})

test('a process that got the pid of another is not taken for it', () => {
  expect(isAlive({ pid: process.pid, startedAt: 'another-start' })).toBe(false)
})
