import { listen } from '@/database/listen'
import { eventsChannel } from './write-event'

const pollEvery = 1000
/** While notices arrive, a poll is only a safeguard. */
const pollsSkippedWhileListening = 10

/**
 * Calls `onEvents` whenever an event was written: told by Postgres as soon as it commits, and by a poll while that
 * connection is lost or the last call failed. Calls never overlap.
 *
 * @param options.settlesAfter milliseconds after which it is called once more.
 */
export function watchEvents({
  databaseUrl,
  settlesAfter,
  onEvents,
  onFailure,
}: {
  databaseUrl: string
  settlesAfter: number
  onEvents: () => Promise<void>
  onFailure: (error: unknown) => void
}): { close(): Promise<void> } {
  let listening = false
  let failed = false
  let ticks = 0
  let running: Promise<void> | undefined
  let again = false

  const run = async () => {
    do {
      again = false
      failed = false
      await onEvents().catch((error) => {
        failed = true
        onFailure(error)
      })
    } while (again)
    running = undefined
  }
  const start = () => {
    again = true
    running ??= run()
  }
  const startAndSettle = () => {
    start()
    setTimeout(start, settlesAfter + 100).unref()
  }

  const listener = listen({
    url: databaseUrl,
    channel: eventsChannel,
    onNotify: startAndSettle,
    onConnect: () => {
      listening = true
      startAndSettle()
    },
    onLost: (error) => {
      listening = false
      onFailure(error)
    },
  })
  const timer = setInterval(() => {
    ticks += 1
    if (!listening || failed || ticks % pollsSkippedWhileListening === 0) start()
  }, pollEvery)
  timer.unref()

  return {
    close: async () => {
      clearInterval(timer)
      await listener.close()
      await running
    },
  }
}
