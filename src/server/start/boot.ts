import type { Payload, SanitizedConfig } from 'payload'
import { getPayload } from 'payload'
import { type Migration, migrateUnderLock } from '@/database/migrate'
import { commandLog } from './command-log'
import { startServices } from './services'

export type Booted = { payload: Payload; stop(): Promise<void> }

/**
 * Payload for a command: beside a running server, whose database it shares, or without one. Whoever boots stops it.
 */
export async function boot(onProgress: (step: string) => void): Promise<Booted> {
  const { migrations, ...booted } = await bootUnmigrated(onProgress)
  try {
    await migrateUnderLock(booted.payload, { migrations, onProgress })
    return booted
  } catch (error) {
    await booted.stop()
    throw error
  }
}

/** The same on a database as it is: empty, or of an older version. Returns also the migrations that there are. */
export async function bootUnmigrated(
  onProgress: (step: string) => void,
): Promise<Booted & { migrations: Migration[] }> {
  const services = await startServices(onProgress)
  try {
    const { default: config } = await import('@payload-config')
    const settings = { ...(await config), logger: commandLog() } as SanitizedConfig
    const payload = await getPayload({ config: settings, disableOnInit: true })
    const { migrations } = await import('../../../migrations')
    return {
      payload,
      migrations,
      stop: async () => {
        await payload.destroy()
        await services.stop()
      },
    }
  } catch (error) {
    await services.stop()
    throw error
  }
}
