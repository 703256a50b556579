import type { Client } from 'pg'
import { tryLock } from '@/database/lock'
import { BackupError } from '../format/backup-error'

/**
 * Makes sure that nothing else of ours uses this database, and that nothing begins to until this connection ends: a server
 * that starts waits for the lock on migrations.
 * @throws BackupError
 */
export async function claimDatabase(client: Client): Promise<void> {
  if (!(await tryLock(client, 'migrations')))
    throw new BackupError(
      'Expected a database that nobody uses, and another process is migrating or restoring this one. Wait for it to end.',
    )
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity
     where datname = current_database() and application_name = 'terbit' and pid <> pg_backend_pid()`,
  )
  if (rows.length === 0) return
  const connections = rows.length === 1 ? 'a connection' : `${rows.length} connections`
  throw new BackupError(
    `Expected a database that nobody uses, and a server or a command of Terbit has ${connections} to this one. Stop it, and restore again.`,
  )
}
