import { expect, test, vi } from 'vitest'
import { backOff } from '@/database/back-off'
import { supervise } from '@/server/start/supervise'

/** A program that ends in these ways, one after the other, and never became ready where the way begins with "!". */
function mortal(ways: string[], onLast: () => void = () => undefined) {
  const stopped = new AbortController()
  const run = vi.fn(() => {
    const way = ways.shift() ?? 'SIGTERM'
    if (ways.length === 0) onLast()
    return { ready: Promise.resolve(!way.startsWith('!')), ended: Promise.resolve(way.replace('!', '')) }
  })
  const onReady = vi.fn()
  const report = vi.fn()
  const kept = (pauses = backOff({ first: 1 })) =>
    supervise({ name: 'The server', run, stopped: stopped.signal, onReady, report, pauses })
  return { kept, run, onReady, report, stopped }
}

test('what dies is started again, and that is said', async () => {
  const { kept, run, report, stopped, onReady } = mortal(['SIGKILL', 'exit code 1', 'SIGTERM'], () =>
    stopped.abort(),
  )
  await kept()
  expect(run).toHaveBeenCalledTimes(3)
  expect(onReady).toHaveBeenCalledTimes(2)
  expect(report.mock.calls.flat()).toEqual([
    expect.stringContaining('SIGKILL'),
    expect.stringContaining('exit code 1'),
  ])
})

test('what dies again and again is given up, with the reason', async () => {
  const { kept, run } = mortal(Array.from({ length: 20 }, () => 'exit code 9'))
  await expect(kept()).rejects.toThrow(/again and again.*exit code 9/)
  expect(run).toHaveBeenCalledTimes(6)
})

test('what ends before it was ever ready is not started again', async () => {
  const { kept, run } = mortal(['!exit code 1'])
  await expect(kept()).rejects.toThrow(/exit code 1 before it was ready/)
  expect(run).toHaveBeenCalledTimes(1)
})

test('a pause doubles, and begins anew after a minute of life', () => {
  const pause = backOff({ first: 500, attempts: 3 })
  expect([pause(0), pause(10), pause(60_000), pause(10), pause(10), pause(10)]).toEqual([
    500,
    1000,
    500,
    1000,
    2000,
    undefined,
  ])
})
