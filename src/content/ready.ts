import { query, sql } from '@/database/query'
import { cms } from './cms'

/** Tells whether pages can be served: the database answers, and its migrations have run. */
export async function isReady(): Promise<{ status: 'ok' } | { status: 'unavailable'; reason: string }> {
  try {
    await query(await cms(), sql`select 1 from events limit 1`)
    return { status: 'ok' }
  } catch (error) {
    return {
      status: 'unavailable',
      reason: `The database does not answer: ${(error as Error).message.split('\n')[0]}`,
    }
  }
}
