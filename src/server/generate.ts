import { spawnSync } from 'node:child_process'
import { childEnvironment } from '@/env'
import { startServices } from './start/services'

/** Runs Payload's own command line with our settings: `payload generate:types`, `payload migrate:create` and so on. */
const services = await startServices(() => undefined)
const { status } = spawnSync('payload', process.argv.slice(2), { stdio: 'inherit', env: childEnvironment() })
await services.stop()
process.exitCode = status ?? 1
