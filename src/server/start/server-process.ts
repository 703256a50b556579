import { type ChildProcess, spawn } from 'node:child_process'
import { childEnvironment } from '@/env'

/**
 * Starts the server, whose words go to standard output. It ends with this process, even by kill -9, because it then
 * loses the channel between them.
 */
export function spawnServer({ development }: { development: boolean }): ChildProcess {
  const program = development ? ['--import', 'tsx', 'src/server/http.ts'] : [...frugal, 'dist/server.js']
  return spawn(process.execPath, program, {
    stdio: ['ignore', 'inherit', process.stdout.fd, 'ipc'],
    env: childEnvironment({
      ...givesBack,
      NODE_ENV: development ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    }),
  })
}

/** V8 would keep up to 128 MB for new objects where the machine is large; they rarely fill 8. */
const frugal = ['--max-semi-space-size=8']

/**
 * glibc, left alone, makes an arena for each thread and learns to keep what was freed: pictures and compressed pages
 * left 200 MB of holes (mallopt(3)). Other systems do not know these variables.
 */
const givesBack = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
}
