import { listen } from '@/database/listen'
import { settlesAfter } from './drain'
import { outboxChannel } from './outbox'

const pollEvery = 1000
/** While notices arrive, a poll is only a safeguard. */
const pollsSkippedWhileListening = 10

/**
 * Calls `drain` whenever something was published: told by Postgres as soon as it commits, and by a poll while that
 * connection is lost. Calls never overlap.
 */
export function watchOutbox({
  databaseUrl,
  drain,
  onFailure,
}: {
  databaseUrl: string
  drain: () => Promise<void>
  onFailure: (error: unknown) => void
}): { close(): Promise<void> } {
  let listening = false
  let ticks = 0
  let running: Promise<void> | undefined
  let again = false

  const run = async () => {
    do {
      again = false
      await drain().catch(onFailure)
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
    channel: outboxChannel,
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
    if (!listening || ticks % pollsSkippedWhileListening === 0) start()
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
