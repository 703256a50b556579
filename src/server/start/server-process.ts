import { type ChildProcess, spawn } from 'node:child_process'
import { childEnvironment } from '@/env'

/**
 * Starts the server. It ends with this process, even by kill -9, for it then loses the channel between them.
 */
export function spawnServer({ development }: { development: boolean }): ChildProcess {
  const program = development ? ['--import', 'tsx', 'src/server/http.ts'] : ['dist/server.js']
  return spawn(process.execPath, program, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: childEnvironment({
      NODE_ENV: development ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    }),
  })
}
