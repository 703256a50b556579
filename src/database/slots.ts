import { refuser } from './load'

export type Slots = {
  /**
   * Waits for a free slot, in the order of asking.
   * @returns a function that gives it back; calling it again does nothing.
   * @throws BusyError where the line is full, or no slot came free in time.
   */
  take: () => Promise<() => void>
  /** How many are taken and how many wait for one now. */
  now: () => { open: number; waiting: number }
}

export type SlotsOptions = {
  /** How many slots there are. */
  max: number
  /** How many may wait for one. */
  line: number
  /** Milliseconds that one waits at most. */
  patience: number
}

/** Bounds how many do something at the same time. Those beyond wait in a short line. */
export function slots({ max, line, patience }: SlotsOptions): Slots {
  let taken = 0
  const waiting = new Set<() => void>()

  const give = () => {
    let given = false
    return () => {
      if (given) return
      given = true
      const [next] = waiting
      if (next) next()
      else taken--
    }
  }

  return {
    now: () => ({ open: taken, waiting: waiting.size }),
    take() {
      if (taken < max) {
        taken++
        return Promise.resolve(give())
      }
      const refuse = refuser()
      if (waiting.size >= line)
        return Promise.reject(refuse('Too much is being written at this moment. Try again in a few seconds.'))
      return new Promise((resolve, reject) => {
        const next = () => {
          waiting.delete(next)
          clearTimeout(timer)
          resolve(give())
        }
        const timer = setTimeout(() => {
          waiting.delete(next)
          reject(refuse('Too much is being written at this moment. Try again in a few seconds.'))
        }, patience)
        waiting.add(next)
      })
    },
  }
}
