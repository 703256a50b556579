import { mkdir } from 'node:fs/promises'
import type { Client } from 'pg'
import { connect } from '../connect'
import { assertMovable } from '../files/staged-files'
import { claimDatabase } from './claim-database'
import { settleEarlierRestore } from './earlier-restore'
import { assertEmptyDatabase, assertNoOtherFiles } from './empty'

/**
 * Finds an instance unused and empty, and keeps others out of it until the connection ends that it returns.
 * @throws BackupError
 */
export async function prepareTarget({
  databaseUrl,
  dataDir,
}: {
  databaseUrl: string
  dataDir: string
}): Promise<Client> {
  await mkdir(dataDir, { recursive: true })
  const client = await connect(databaseUrl)
  try {
    await claimDatabase(client)
    const files = await assertEmptyDatabase(client)
    await settleEarlierRestore(client, dataDir)
    await assertMovable(dataDir)
    await assertNoOtherFiles(dataDir, files)
    return client
  } catch (error) {
    await client.end()
    throw error
  }
}
