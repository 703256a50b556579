import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

type Load = {
  origin: string
  /** Asked for in turn. */
  paths: readonly string[]
  /** Requests a second, evenly spaced: others send a second's worth at once, and measure their own queue. */
  rate: number
  seconds: number
  headers: Record<string, string>
}

/**
 * Asks at a rate, whether or not what was asked before has been answered.
 * @returns milliseconds of each from when it was due until its last byte
 * @throws Error where one is not answered with 200
 */
export async function steadyLoad({ origin, paths, rate, seconds, headers }: Load): Promise<number[]> {
  const agent = new Agent({ keepAlive: true })
  const start = performance.now()
  const answers: Promise<number>[] = []
  for (let number = 0; number < rate * seconds; number++) {
    const due = start + (number * 1000) / rate
    const early = due - performance.now()
    if (early > 0) await wait(early)
    const url = origin + paths[number % paths.length]
    answers.push(answered(url, { agent, headers }).then(() => performance.now() - due))
  }
  const milliseconds = await Promise.all(answers)
  agent.destroy()
  return milliseconds
}

const answered = (url: string, options: { agent: Agent; headers: Record<string, string> }) =>
  new Promise<void>((resolve, reject) => {
    get(url, options, (response) => {
      response.resume()
      response.once('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`Expected 200 of ${url}, it answered ${response.statusCode}.`)),
      )
    }).once('error', reject)
  })
