import { spawnSync } from 'node:child_process'

/** `npm run check`: what can be known of a change within a minute. Every step runs, whatever the ones before it said. */
const steps: [name: string, command: string[]][] = [
  ['Format and lint', ['biome', 'ci', '--error-on-warnings']],
  ['Types', ['tsc', '--noEmit']],
  ['Generated files', ['node', '--import', 'tsx', 'tests/check-generated.ts']],
  ['Import table and unit tests', ['vitest', 'run', '--project', 'unit']],
]

const failed = steps.filter(([name, [program = '', ...args]]) => {
  const began = performance.now()
  console.log(`\n${name} …`)
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${name}: ${status === 0 ? 'right' : 'WRONG'} (${seconds} s)`)
  return status !== 0
})
if (failed.length > 0) {
  console.log(`\nTo be put right: ${failed.map(([name]) => name).join(', ')}.`)
  process.exitCode = 1
}
