import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { environment } from '@/env'
import { ensureBuild } from './build'
import { assertFreePort } from './free-port'
import { prepareDatabase } from './prepared'
import { reachable } from './reachable'
import { spawnServer } from './server-process'
import { startServices } from './services'
import { onStopSignals } from './stop-signals'
import { supervise } from './supervise'

/**
 * `npm start`: database, migrations, build, demonstration content, server; each only where it is missing. From then on
 * it starts again what dies. Resolves when everything that it started has been stopped.
 * @throws Error with the reason where the server or the embedded database dies again and again
 */
export async function start({ development }: { development: boolean }): Promise<void> {
  const report = (step: string) => console.log(`  ${step} …`)
  console.log('Terbit')
  await assertFreePort(environment())
  const stopping = new AbortController()
  let failure: Error | undefined
  const services = await startServices(report, (error) => {
    failure = error
    stop()
  })
  let preparation: ChildProcess | undefined
  let server: ChildProcess | undefined
  const stop = () => {
    stopping.abort()
    preparation?.kill('SIGTERM')
    server?.kill('SIGTERM')
  }
  onStopSignals(['SIGINT', 'SIGTERM', 'SIGHUP'], {
    stop: () => {
      const begun = server !== undefined
      stop()
      if (!begun) services.stop().then(() => process.exit(130))
    },
    atOnce: () => server?.kill('SIGKILL'),
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
    let [setUpLink] = await Promise.all(preparing)
    report('Starting the server')
    await supervise({
      name: 'The server',
      stopped: stopping.signal,
      report,
      run: () => {
        const child = spawnServer({ development })
        server = child
        const over = new AbortController()
        const ended = endOf(child).finally(() => over.abort())
        return { ended, ready: untilReady(over.signal) }
      },
      onReady: () => {
        announce(setUpLink)
        setUpLink = undefined
      },
    })
    if (failure) throw failure
  } finally {
    server?.kill('SIGTERM')
    await services.stop()
  }
}

const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
    child.once('error', (error) => resolve(error.message))
  })

async function untilReady(ended: AbortSignal): Promise<boolean> {
  const { host, port } = environment()
  const address = `http://${reachable(host)}:${port}/health/ready`
  while (!ended.aborted) {
    const answer = await fetch(address).catch((error: Error) => {
      if (error.cause instanceof Error && error.cause.message === 'bad port') throw blocked(port)
    })
    if (answer?.ok) return true
    await wait(100)
  }
  return false
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
