import type { Client } from 'pg'
import { BackupError } from '../format/backup-error'
import { foreignKeysOf, inSchema, type ObjectKind, objectKinds, objectsOf } from './catalogue'

export type Objects = Record<ObjectKind, string[]>

/** Returns the names of everything that migrations made, or that somebody else made beside it. */
export async function allObjects(client: Client): Promise<Objects> {
  const found: Partial<Objects> = {}
  for (const kind of objectKinds) found[kind] = await objectsOf(client, kind)
  return found as Objects
}

/**
 * Removes everything in the schema but extensions, inside the transaction of the caller.
 * @throws BackupError where something of somebody else's depends on it
 */
export async function dropAll(client: Client): Promise<void> {
  try {
    for (const { table, name } of await foreignKeysOf(client))
      await client.query(
        `alter table ${inSchema(client, table)} drop constraint ${client.escapeIdentifier(name)}`,
      )
    for (const kind of objectKinds) {
      // Dropping a table drops its sequences, so each kind is looked for when it is its turn.
      const names = await objectsOf(client, kind)
      if (names.length > 0) await client.query(`drop ${kind} ${names.join(', ')}`)
    }
  } catch (cause) {
    throw new BackupError(
      `Expected a database of Terbit's own, and its tables cannot be made anew: ${(cause as Error).message}.`,
      { cause },
    )
  }
}
