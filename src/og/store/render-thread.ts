import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { measure } from '@/metrics/measures'
import type { Brand, CardWords } from '../card/card.ts'
import type { Remarks } from '../card/remarks.ts'

export type RenderOrder = { number: number; words: CardWords; brand: Brand; remarks?: boolean }

type Rendered = { png: Uint8Array<ArrayBuffer>; remarks?: Remarks }

export type RenderAnswer = ({ number: number } & Rendered) | { number: number; error: string }

/** The queue of cards to draw is full. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError'
}

/** The drawing thread was stopped, or died while it drew this card. */
export class RenderStoppedError extends Error {
  override readonly name = 'RenderStoppedError'
}

export type RenderThread = {
  /**
   * Draws a card after those that were asked for before it. Adds remarks when `remarks` is set.
   * @throws QueueFullError, RenderStoppedError, or an Error with the worker's stack.
   */
  render: (words: CardWords, brand: Brand, remarks?: boolean) => Promise<Rendered>
  /** Stops the thread. Waiting cards are refused. */
  stop: () => Promise<void>
}

export type RenderThreadOptions = {
  /** The directory that holds src and node_modules. */
  root: string
  /** The number of cards that may wait, beside the one that is being drawn. */
  queue?: number
  /** Milliseconds that one card may take. The first card of a new thread has `start` milliseconds more. */
  deadline?: number
  /** Milliseconds that a new thread may take to load the fonts. */
  start?: number
  /** The program of the thread. Only tests use another one. */
  program?: string
}

type Waiting = RenderOrder & {
  resolve: (rendered: Rendered) => void
  reject: (error: Error) => void
}

/** Megabytes of JavaScript heap: several times what fonts, Satori and one card need. */
const heapLimit = 256

/**
 * Megabytes of JavaScript heap for new objects, most of which a card leaves behind. Without a limit, that part grows to
 * five times as much and stays so.
 */
const youngLimit = 8

// The thread runs beside Next's bundle. It must not be bundled, so its path is hidden from Turbopack.

/**
 * Draws cards in one worker thread, so that the server keeps answering. The thread starts with the first card, is
 * replaced after a crash, and is killed when a card takes longer than the deadline.
 */
export function renderThread(options: RenderThreadOptions): RenderThread {
  const { root, queue = 64, deadline = 5_000, start = 10_000 } = options
  const program =
    options.program ?? path.join(/* turbopackIgnore: true */ root, 'src', 'og', 'store', 'render-worker.ts')
  const waiting: Waiting[] = []
  let current: Waiting | undefined
  let worker: Worker | undefined
  let timer: NodeJS.Timeout | undefined
  let numbers = 0

  const next = () => {
    if (current) return
    current = waiting.shift()
    if (!current) return worker?.unref()
    const fresh = worker === undefined
    worker ??= startWorker()
    worker.ref()
    const limit = fresh ? deadline + start : deadline
    timer = setTimeout(() => replaceWorker(`the card was not drawn within ${limit} ms`), limit)
    const { number, words, brand, remarks } = current
    worker.postMessage({ number, words, brand, ...(remarks && { remarks }) } satisfies RenderOrder)
  }

  const startWorker = () => {
    // The thread must not inherit this process' arguments, such as a loader or a test runner's options.
    const started = new Worker(/* turbopackIgnore: true */ program, {
      workerData: { root },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapLimit, maxYoungGenerationSizeMb: youngLimit },
    })
    started.on('message', (answer: RenderAnswer) => {
      if (started !== worker || answer.number !== current?.number) return
      const done = finish()
      if ('png' in answer) done?.resolve(answer)
      else done?.reject(new Error(`The card could not be drawn: ${answer.error}`))
      next()
    })
    started.on('error', (error) => {
      if (started === worker) replaceWorker('the drawing thread died', error)
    })
    started.on('exit', () => {
      if (started === worker) replaceWorker('the drawing thread ended')
    })
    return started
  }

  const finish = () => {
    clearTimeout(timer)
    const done = current
    current = undefined
    return done
  }

  const replaceWorker = (reason: string, cause?: unknown) => {
    const old = worker
    worker = undefined
    void old?.terminate()
    finish()?.reject(
      new RenderStoppedError(`No card: ${reason}. A new thread draws the next one.`, { cause }),
    )
    next()
  }

  measure('cardQueue', () => ({ waiting: waiting.length, drawing: current ? 1 : 0 }))
  return {
    render: (words, brand, remarks = false) =>
      new Promise((resolve, reject) => {
        if (current && waiting.length >= queue) {
          reject(new QueueFullError(`${queue} cards are waiting already. Ask again in a few seconds.`))
          return
        }
        waiting.push({ number: ++numbers, words, brand, remarks, resolve, reject })
        next()
      }),
    stop: async () => {
      const old = worker
      worker = undefined
      for (const order of [finish(), ...waiting.splice(0)]) {
        order?.reject(new RenderStoppedError('No card: the drawing thread was stopped.'))
      }
      await old?.terminate()
    },
  }
}
