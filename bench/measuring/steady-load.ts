import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

type Load = {
  origin: string
  /** Paths that are asked for in turn. */
  paths: readonly string[]
  /** Requests per second, evenly spaced. Tools that send a second's worth at once measure their own queue. */
  rate: number
  seconds: number
  headers: Record<string, string>
}

/**
 * Sends requests at a fixed rate, even if earlier ones are not answered yet.
 * @returns for each request, the milliseconds from when it was due until its last byte
 * @throws Error when an answer is not 200
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
