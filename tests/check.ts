import { spawnSync } from 'node:child_process'

/** `npm run check` checks what can be checked within a minute. Every step runs, even if an earlier one failed. */
const steps: [name: string, command: string[]][] = [
  ['Format and lint', ['biome', 'ci', '--error-on-warnings']],
  ['Types', ['tsc', '--noEmit']],
  ['Unused files and exports', ['knip', '--no-config-hints']],
  ['Generated files', ['node', '--import', 'tsx', 'tests/check-generated.ts']],
  ['Import table and unit tests', ['vitest', 'run', '--project', 'unit']],
]

const failed = steps.filter(([name, [program = '', ...args]]) => {
  const began = performance.now()
  console.log(`\n${name} …`)
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${name}: ${status === 0 ? 'passed' : 'FAILED'} (${seconds} s)`)
  return status !== 0
})
if (failed.length > 0) {
  console.log(`\nFailed: ${failed.map(([name]) => name).join(', ')}.`)
  process.exitCode = 1
}
