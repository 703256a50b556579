import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { childEnvironment } from '@/env'

export type ProgramRun = { seconds: number; peakMegabytes: number; stdout: string }

const root = fileURLToPath(new URL('../..', import.meta.url))
const reportPeak = fileURLToPath(new URL('./report-peak.ts', import.meta.url))

/**
 * Runs one of our programs in its own process. Measures the time from its start to its end, and the most memory
 * (resident set) that the process and its threads held.
 * @throws Error when it does not exit with 0
 */
export function measuredProgram(
  program: string,
  args: readonly string[],
  settings: Record<string, string>,
): Promise<ProgramRun> {
  const start = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', reportPeak, program, ...args], {
    cwd: root,
    env: childEnvironment(settings),
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const [stdout, stderr, peak]: [string[], string[], string[]] = [[], [], []]
  for (const [index, into] of [[1, stdout] as const, [2, stderr] as const, [3, peak] as const]) {
    child.stdio[index]?.on('data', (chunk) => into.push(String(chunk)))
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const seconds = (performance.now() - start) / 1000
      const last = stderr.join('').slice(-2_000)
      if (code !== 0) reject(new Error(`Expected ${program} to exit with 0, found ${code}: ${last}`))
      else resolve({ seconds, peakMegabytes: Number(peak.join('')) / 1024, stdout: stdout.join('') })
    })
  })
}
