import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PostSource, ReadOutcome } from '../post/post'

export type ReadingLimits = {
  /** The milliseconds of processor time that one file may take. */
  deadline: number
  /** The megabytes that a thread's heap may have, its own code included. */
  memory: number
}

export type ReadOrder = Omit<PostSource, 'assets' | 'math'>

export type ReadAnswer = { outcome: ReadOutcome } | { broken: unknown }

/** The facts that all files of a site share. */
export type ReadSurroundings = Pick<PostSource, 'assets' | 'math'>

const limitsOfOurs: ReadingLimits = { deadline: 2_000, memory: 200 }

/** Each thread holds a heap of its own, and the database needs a processor too. */
const mostThreads = 4

/**
 * Reads posts in threads, so that no file can hold up the others. A file that takes too long or too much memory is
 * refused: its thread is ended, and a new thread goes on with the next file.
 * @returns the outcome of each source
 */
export async function readPosts(
  sources: readonly PostSource[],
  { onProgress, ...limits }: Partial<ReadingLimits> & { onProgress?: (done: number) => void } = {},
): Promise<(source: PostSource) => ReadOutcome> {
  const outcomes = new Map<string, ReadOutcome>()
  const outcomeOf = ({ file }: PostSource) => {
    const found = outcomes.get(file)
    if (!found) throw new Error(`Expected ${file} among the posts that were read.`)
    return found
  }
  const [first] = sources
  if (!first) return outcomeOf
  const { assets, math } = first
  const waiting = [...sources]
  const readOn = async () => {
    const reader = readingThread({ assets, math }, { ...limitsOfOurs, ...limits })
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { file, relative, bytes } = next
        outcomes.set(file, await reader.read({ file, relative, bytes }))
        onProgress?.(outcomes.size)
      }
    } finally {
      await reader.stop()
    }
  }
  const threads = Math.min(availableParallelism(), mostThreads, sources.length)
  await Promise.all(Array.from({ length: threads }, readOn))
  return outcomeOf
}

function readingThread(surroundings: ReadSurroundings, limits: ReadingLimits) {
  let thread: Promise<Worker> | undefined
  const stop = async () => {
    const old = await thread
    thread = undefined
    await old?.terminate()
  }
  return {
    stop,
    async read(order: ReadOrder): Promise<ReadOutcome> {
      thread ??= startedThread(surroundings, limits)
      const answer = await answered(await thread, order, limits)
      if (answer === 'too-slow' || answer === 'too-large') {
        await stop()
        return refusals[answer](limits)
      }
      if ('broken' in answer) throw answer.broken
      return answer.outcome
    },
  }
}

const refusals = {
  'too-slow': ({ deadline }: ReadingLimits): ReadOutcome => ({
    line: 1,
    code: 'too-slow',
    message: `Expected a file that is read within ${deadline / 1000} seconds, found one that takes longer. Split the post, or simplify its markup.`,
  }),
  'too-large': ({ memory }: ReadingLimits): ReadOutcome => ({
    line: 1,
    code: 'too-much-memory',
    message: `Expected a file that is read within ${memory} MB of memory, found one that takes more. Split the post, or simplify its markup.`,
  }),
}

// The thread's program is TypeScript, so it needs the loader, even if this process was started without it.
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const program = fileURLToPath(new URL('./read-posts-worker.ts', import.meta.url))

/** Starts a thread, and waits until it has loaded its program. */
function startedThread(surroundings: ReadSurroundings, { memory }: ReadingLimits): Promise<Worker> {
  const worker = new Worker(program, {
    workerData: surroundings,
    execArgv: ['--import', loader],
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', () => {
      worker.removeListener('error', reject)
      resolve(worker)
    })
  })
}

async function answered(
  worker: Worker,
  order: ReadOrder,
  { deadline }: ReadingLimits,
): Promise<ReadAnswer | 'too-slow' | 'too-large'> {
  const spent = await stopwatch(worker)
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError)
    }
    const onMessage = (answer: ReadAnswer) => {
      end()
      resolve(answer)
    }
    const onError = (error: unknown) => {
      end()
      if (isOutOfMemory(error)) resolve('too-large')
      else reject(error)
    }
    const look = async () => {
      const left = deadline - (await spent())
      if (left > 0) timer = setTimeout(look, left)
      else {
        end()
        resolve('too-slow')
      }
    }
    let timer = setTimeout(look, deadline)
    worker.on('message', onMessage).on('error', onError)
    worker.postMessage(order)
  })
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/**
 * Measures the milliseconds that a thread works from now on. It counts processor time, which other work on the machine
 * does not stretch. Node before 24.6 has the clock alone.
 */
async function stopwatch(worker: Worker): Promise<() => Promise<number>> {
  if (!('cpuUsage' in worker)) {
    const start = performance.now()
    return async () => performance.now() - start
  }
  const before = await worker.cpuUsage()
  return async () => {
    try {
      const { user, system } = await worker.cpuUsage(before)
      return (user + system) / 1000
    } catch (error) {
      // The thread has ended meanwhile. Its own event says why.
      if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_NOT_RUNNING') return 0
      throw error
    }
  }
}
