import { readFile } from 'node:fs/promises'
import type { Client } from 'pg'
import { forgetStaged, markOf, takeBackStaged } from '../files/staged-files'
import { BackupError } from '../format/backup-error'

/** Names the transaction that is open, so that another process can find out later whether it was committed. */
export async function transactionMark(client: Client): Promise<string> {
  const { rows } = await client.query<{ cluster: string; transaction: string }>(
    `select (select system_identifier::text from pg_control_system()) as cluster,
       pg_current_xact_id()::text as transaction`,
  )
  return JSON.stringify(rows[0])
}

/**
 * Cleans up after a restore that was killed: where its transaction was committed its files are right, else those that stood
 * there before are put back.
 * @throws BackupError where nobody can tell
 */
export async function settleEarlierRestore(client: Client, dataDir: string): Promise<void> {
  const mark = await wholeMark(dataDir)
  // Without a whole mark no file had been put in its place yet.
  if (mark === undefined) return forgetStaged(dataDir)
  const { rows } = await client.query<{ status: string | null }>(
    `select case when system_identifier::text = $1 then pg_xact_status($2::xid8) end as status from pg_control_system()`,
    [mark.cluster, mark.transaction],
  )
  const status = rows[0]?.status
  if (status === 'committed') return forgetStaged(dataDir)
  if (status === 'aborted') return takeBackStaged(dataDir)
  throw new BackupError(
    `Expected to know how an earlier restore into ${dataDir} ended, and this database does not. Look at ${markOf(dataDir)} ` +
      'and the folders beside it: `old` holds what stood in DATA_DIR before that. Then remove `restoring`.',
  )
}

async function wholeMark(dataDir: string): Promise<{ cluster: string; transaction: string } | undefined> {
  try {
    return JSON.parse(await readFile(markOf(dataDir), 'utf8'))
  } catch {
    return undefined
  }
}
