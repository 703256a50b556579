import { setTimeout as wait } from 'node:timers/promises'
import { type BackOff, backOff } from '@/database/back-off'

/** A program that runs: `ready` resolves to whether it took requests before it ended, `ended` to how it ended. */
export type SupervisedRun = { ready: Promise<boolean>; ended: Promise<string> }

/**
 * Keeps a program running: when it ends without having been asked to, it is started again after a pause that grows.
 * Resolves when it has ended after `stopped`.
 * @param options.onReady called each time that it takes requests
 * @throws Error with the reason where it ended before it was ever ready, or too often
 */
export async function supervise({
  name,
  run,
  stopped,
  onReady,
  report,
  pauses = backOff(),
}: {
  name: string
  run: () => SupervisedRun
  stopped: AbortSignal
  onReady: () => void
  report: (words: string) => void
  pauses?: BackOff
}): Promise<void> {
  let wasReady = false
  while (!stopped.aborted) {
    const began = performance.now()
    const { ready, ended } = run()
    if ((await ready) && !stopped.aborted) {
      wasReady = true
      onReady()
    }
    const how = await ended
    if (stopped.aborted) return
    if (!wasReady) throw new Error(`${name} ended with ${how} before it was ready; its words are above.`)
    const pause = pauses(performance.now() - began)
    if (pause === undefined)
      throw new Error(`${name} ended again and again, at last with ${how}; its words are above.`)
    report(`${name} ended with ${how}; starting it again in ${pause / 1000} s`)
    await wait(pause, undefined, { signal: stopped }).catch(() => undefined)
  }
}
