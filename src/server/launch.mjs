import { spawnSync } from 'node:child_process'

/**
 * `npm start` and `npm run dev`. In production the process that this becomes stays as long as the server, so it runs the
 * compiled program and loads no compiler; this file is JavaScript because nothing has been compiled yet when it runs.
 */

/** The oldest Node that runs TypeScript as it is, which the compiler of the programs needs. */
const oldestNode = [22, 18]

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const [oldestMajor, oldestMinor] = oldestNode

if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
  console.error(
    `Expected Node ${oldestNode.join('.')} or newer, this is ${process.versions.node}. The Node that comes with this project does ` +
      `not fit ${process.platform}-${process.arch}, or was not installed: run npm ci, or install a newer Node.`,
  )
  process.exitCode = 1
} else if (process.argv.includes('--dev')) {
  const { register } = await import('tsx/esm/api')
  register()
  await import('./start.ts')
} else {
  const { status } = spawnSync(process.execPath, ['src/server/compile.ts'], { stdio: 'inherit' })
  if (status === 0) await import(new URL('../../dist/start.js', import.meta.url).href)
  else process.exitCode = 1
}
