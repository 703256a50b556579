import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { playwrightCounts, vitestCounts } from './support/counts'
import { corpusFolder } from './support/samples/corpus'

/**
 * `npm test` runs every test with both runners and prints the sum. With CI=true the corpus is required as well.
 * A runner that fails without a failed test, or that ran no test, counts as one failure.
 */
const reports = await mkdtemp(join(tmpdir(), 'terbit-reports-'))
const runners = [
  {
    name: 'Unit, integration and card tests',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reports}/vitest.json`,
    ],
    report: `${reports}/vitest.json`,
    count: vitestCounts,
  },
  {
    name: 'End-to-end tests',
    command: ['playwright', 'test', '--reporter=list,json'],
    report: `${reports}/playwright.json`,
    count: playwrightCounts,
  },
]

let passed = 0
let failed = 0
const remarks: string[] = []
for (const { name, command, report, count } of runners) {
  console.log(`\n${name}\n`)
  const code = await run(command)
  const counts = await readFile(report, 'utf8').then(
    (text) => count(JSON.parse(text)),
    () => ({ passed: 0, failed: 0 }),
  )
  passed += counts.passed
  failed += counts.failed
  if (counts.passed + counts.failed === 0) remarks.push(`${name}: none ran.`)
  else if (code !== 0 && counts.failed === 0) remarks.push(`${name}: the runner failed; its words are above.`)
}
await rm(reports, { recursive: true })
failed += remarks.length
if (!corpusFolder()) {
  if (process.env.CI) failed++
  remarks.push(
    'Tests of the real blog were not registered: there is neither TERBIT_CORPUS nor ../shared/corpus.' +
      (process.env.CI ? ' That fails this run, since CI is set.' : ''),
  )
}
console.log(`\n${[...remarks, `${passed} passed, ${failed} failed`].join('\n')}`)
process.exitCode = failed > 0 ? 1 : 0

function run([program = '', ...args]: string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'playwright.json') },
    })
    child.once('error', reject)
    child.once('exit', resolve)
    // Playwright cleans up only after SIGINT.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill('SIGINT'))
  })
}
