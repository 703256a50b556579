import type { CollectionBeforeDeleteHook } from 'payload'
import { queryInTransaction, sql } from '@/database/query'

/**
 * Removes a user's locks and settings before the user. Payload 3.90 looks for them afterwards, when Postgres has removed
 * what connects them with the user, and finds none.
 */
export const leaveNoTraces: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await queryInTransaction(
    req,
    sql`delete from payload_locked_documents where id in (
          select parent_id from payload_locked_documents_rels where users_id = ${id})`,
  )
  await queryInTransaction(
    req,
    sql`delete from payload_preferences where id in (
          select parent_id from payload_preferences_rels where users_id = ${id})`,
  )
}
