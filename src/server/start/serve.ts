import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { environment } from '@/env'
import { ensureBuild } from './build'
import { assertFreePort } from './free-port'
import { prepareDatabase } from './prepared'
import { reachable } from './reachable'
import { spawnServer } from './server-process'
import { startServices } from './services'

/**
 * `npm start`: database, migrations, build, demonstration content, server; each only where it is missing. Resolves
 * when everything that it started has been stopped.
 */
export async function start({ development }: { development: boolean }): Promise<void> {
  const report = (step: string) => console.log(`  ${step} …`)
  console.log('Terbit')
  await assertFreePort(environment())
  const services = await startServices(report)
  let preparation: ChildProcess | undefined
  let server: ChildProcess | undefined
  let stopping = false
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        stopping = true
        preparation?.kill('SIGTERM')
        if (server) server.kill('SIGTERM')
        else services.stop().then(() => process.exit(130))
        resolve()
      })
    }
  })
  try {
    const preparing = [
      prepareDatabase((child) => {
        preparation = child
      }),
      development ? undefined : ensureBuild(report),
    ] as const
    // Both end before an error of one of them stops the database under the other.
    await Promise.allSettled(preparing)
    const [setUpLink] = await Promise.all(preparing)
    report('Starting the server')
    server = spawnServer({ development })
    const ended = new Promise<number | null>((resolve) => server?.once('exit', resolve))
    await Promise.race([untilReady(), ended, stopped])
    if (server.exitCode === null && !server.killed) announce(setUpLink)
    const code = await ended
    if (code && !stopping) throw new Error(`The server ended with exit code ${code}; its words are above.`)
  } finally {
    server?.kill('SIGTERM')
    await services.stop()
  }
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

function announce(setUpLink: string | undefined): void {
  const { siteUrl } = environment()
  console.log(`\nThe blog:         ${siteUrl}\nThe admin panel:  ${siteUrl}/admin`)
  if (setUpLink) {
    console.log(`\nCreate the first user, within a day, by this link that works once:\n${setUpLink}`)
  }
  console.log('\nCtrl-C stops everything.')
}
