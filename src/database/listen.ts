import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'

/**
 * Listens to a channel of Postgres' NOTIFY on a connection of its own, and reconnects when that is lost.
 *
 * @param options.onNotify called with each message's payload, or '' when it has none.
 * @param options.onConnect called after each connection, also the first. Messages sent while there was no connection
 *   are lost, so this is the time to catch up. When it rejects, a new connection is made.
 * @param options.onLost called with the reason when a connection failed or ended.
 */
export function listen(options: {
  url: string
  channel: string
  onNotify: (payload: string) => void
  onConnect: () => void | Promise<void>
  onLost?: (error: unknown) => void
}): { close(): Promise<void> } {
  const closing = new AbortController()
  const ended = keepListening(options, closing.signal)
  return {
    close: async () => {
      closing.abort()
      await ended
    },
  }
}

const FIRST_PAUSE = 100
const LONGEST_PAUSE = 15_000

async function keepListening(options: Parameters<typeof listen>[0], signal: AbortSignal): Promise<void> {
  let pause = FIRST_PAUSE
  while (!signal.aborted) {
    try {
      await listenOnce(options, signal, () => {
        pause = FIRST_PAUSE
      })
    } catch (error) {
      if (!signal.aborted) options.onLost?.(error)
    }
    await wait(pause, undefined, { signal }).catch(() => undefined)
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }
}

/** Resolves when the signal is given. Rejects when the connection is lost. */
async function listenOnce(
  { url, channel, onNotify, onConnect }: Parameters<typeof listen>[0],
  signal: AbortSignal,
  onListening: () => void,
): Promise<void> {
  const client = new Client({
    connectionString: url,
    application_name: 'terbit',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  })
  const over = new Promise<void>((resolve, reject) => {
    client.once('error', reject)
    client.once('end', () => reject(new Error(`The connection that listens to ${channel} was closed`)))
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  // The race below may settle before anything awaits it.
  over.catch(() => undefined)
  client.on('notification', (message) => onNotify(message.payload ?? ''))
  try {
    await Promise.race([over, connectAndListen(client, channel)])
    if (signal.aborted) return
    await onConnect()
    onListening()
    await over
  } finally {
    await client.end()
  }
}

async function connectAndListen(client: Client, channel: string): Promise<void> {
  await client.connect()
  await client.query(`listen ${client.escapeIdentifier(channel)}`)
}
