import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { afterAll, beforeAll } from 'vitest'
import { supply } from '@/env'
import { scratchDatabase } from './database'

/**
 * Gives the tests of one file the product's own Payload, on a migrated database of their own.
 * The config reads its settings when it is loaded, so it is loaded here and not at the top of the file.
 *
 * @param options.before the name of a migration: it has not run yet, nor have those after it.
 */
export function withPayload({ before }: { before?: string } = {}): {
  readonly payload: Payload
  readonly databaseUrl: string
  readonly dataDir: string
} {
  let payload: Payload
  let databaseUrl: string
  let dataDir: string
  let drop: () => Promise<void>

  beforeAll(async () => {
    const database = await scratchDatabase()
    databaseUrl = database.url
    drop = database.drop
    dataDir = await mkdtemp(join(tmpdir(), 'terbit-data-'))
    supply({
      DATABASE_URL: database.url,
      PAYLOAD_SECRET: 'a secret for tests alone',
      SITE_URL: 'http://127.0.0.1',
      DATA_DIR: dataDir,
    })
    const [{ getPayload }, { default: config }, { migrateUnderLock }, { migrations }] = await Promise.all([
      import('payload'),
      import('@payload-config'),
      import('@/database/migrate'),
      import('../../../migrations'),
    ])
    payload = await getPayload({ config, disableOnInit: true })
    const end = before ? migrations.findIndex(({ name }) => name === before) : migrations.length
    if (end < 0) throw new Error(`Expected a migration named ${before}.`)
    await migrateUnderLock(payload, { migrations: migrations.slice(0, end) })
  })

  afterAll(async () => {
    await payload?.destroy()
    await drop?.()
    await rm(dataDir, { recursive: true, force: true })
  })

  return {
    get payload() {
      return payload
    },
    get databaseUrl() {
      return databaseUrl
    },
    get dataDir() {
      return dataDir
    },
  }
}
