import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { childEnvironment } from '@/env'
import { leanChunks } from './lean-chunks'
import { sourceHash } from './source-hash.ts'

/** The file in which a build keeps the hash of its source. */
export const buildStamp = '.next/terbit-source'

/** Builds the site where there is no build of this source yet. */
export async function ensureBuild(onProgress: (step: string) => void): Promise<void> {
  const source = await sourceHash()
  if ((await readFile(buildStamp, 'utf8').catch(() => '')) === source) return
  onProgress('Building the site (about a minute; only when its source has changed)')
  await run('next', ['build'])
  await leanChunks('.next/server/chunks')
  await writeFile(buildStamp, source)
}

/** Runs a build quietly: its output is shown only when it fails. */
function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: childEnvironment({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
    })
    const stopWithUs = () => child.kill('SIGTERM')
    process.once('exit', stopWithUs)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('exit', stopWithUs)
      if (code === 0) resolve()
      else reject(new Error(`The build failed:\n${output}`))
    })
  })
}
