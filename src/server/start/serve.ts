import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { seedEmptyDatabase } from '@/demonstration/seed'
import { childEnvironment, environment } from '@/env'
import { catchUp } from '@/search/catch-up'
import { setUpLink } from '@/security/set-up-link'
import { issueSetupToken } from '@/security/setup-token'
import { boot } from './boot'
import { ensureBuild } from './build'
import { assertFreePort } from './free-port'
import { reachable } from './reachable'
import { startServices } from './services'

/** The oldest Node that the libraries here run on, where the one in node_modules does not fit this machine. */
const oldestNode = 22

/**
 * `npm start`: database, migrations, build, demonstration content, server; each only where it is missing. Resolves
 * when everything that it started has been stopped.
 */
export async function start({ development }: { development: boolean }): Promise<void> {
  checkNode()
  const report = (step: string) => console.log(`  ${step} …`)
  console.log('Terbit')
  await assertFreePort(environment())
  const services = await startServices(report)
  let server: ChildProcess | undefined
  let stopping = false
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        stopping = true
        if (server) server.kill('SIGTERM')
        else services.stop().then(() => process.exit(130))
        resolve()
      })
    }
  })
  try {
    const preparing = [prepareDatabase(report), development ? undefined : ensureBuild(report)] as const
    // Both end before an error of one of them stops the database under the other.
    await Promise.allSettled(preparing)
    const [setupToken] = await Promise.all(preparing)
    report('Starting the server')
    server = spawnServer(development)
    const ended = new Promise<number | null>((resolve) => server?.once('exit', resolve))
    await Promise.race([untilReady(), ended, stopped])
    if (server.exitCode === null && !server.killed) announce(setupToken)
    const code = await ended
    if (code && !stopping) throw new Error(`The server ended with exit code ${code}; its words are above.`)
  } finally {
    server?.kill('SIGTERM')
    await services.stop()
  }
}

function checkNode(): void {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major >= oldestNode) return
  throw new Error(
    `Expected Node ${oldestNode} or newer, this is ${process.versions.node}. The Node that comes with this project does ` +
      `not fit ${process.platform}-${process.arch}, or was not installed: run npm ci, or install a newer Node.`,
  )
}

/** @returns the token of the set-up link, while there is no user. */
async function prepareDatabase(report: (step: string) => void): Promise<string | undefined> {
  const { payload, stop } = await boot(report)
  try {
    await seedEmptyDatabase(payload, report)
    await catchUp(payload, report)
    const { totalDocs } = await payload.count({ collection: 'users' })
    return totalDocs === 0 ? await issueSetupToken(payload) : undefined
  } finally {
    await stop()
  }
}

/** By the channel the server learns that this process is gone, even by kill -9. */
function spawnServer(development: boolean): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'src/server/http.ts'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: childEnvironment({
      NODE_ENV: development ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    }),
  })
}

async function untilReady(): Promise<void> {
  const { host, port } = environment()
  const address = `http://${reachable(host)}:${port}/health/ready`
  for (;;) {
    const answer = await fetch(address).catch((error: Error) => {
      if (error.cause instanceof Error && error.cause.message === 'bad port') throw blocked(port)
    })
    if (answer?.ok) return
    await wait(100)
  }
}

/** https://fetch.spec.whatwg.org/#port-blocking */
const blocked = (port: number) =>
  new Error(
    `Expected a PORT that browsers open, ${port} is one that they keep for another protocol. Set PORT to another.`,
  )

function announce(setupToken: string | undefined): void {
  const { siteUrl } = environment()
  console.log(`\nThe blog:         ${siteUrl}\nThe admin panel:  ${siteUrl}/admin`)
  if (setupToken) {
    console.log(
      `\nCreate the first user, within a day, by this link that works once:\n${setUpLink(siteUrl, setupToken)}`,
    )
  }
  console.log('\nCtrl-C stops everything.')
}
