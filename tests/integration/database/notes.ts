import { tmpdir } from 'node:os'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig, type CollectionConfig, getPayload, type Payload, type SanitizedConfig } from 'payload'
import { Client } from 'pg'
import { postgresAdapter } from '@/database/adapter'

// Payload pushes the same tables only once per process, even if it connects to another database.
process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'

export const REFUSED = 'refused at commit'

type Hooks = NonNullable<CollectionConfig['hooks']>

/** Returns the config of a Payload with one collection, `notes`, that everyone may change. */
export function notesConfig(options: {
  url: string
  hooks?: Hooks
  push?: boolean
  migrationDir?: string
}): Promise<SanitizedConfig> {
  return buildConfig({
    secret: 'notes',
    telemetry: false,
    typescript: { autoGenerate: false },
    db: postgresAdapter({
      url: options.url,
      migrationDir: options.migrationDir ?? tmpdir(),
      push: options.push ?? false,
    }),
    collections: [
      {
        slug: 'notes',
        access: { create: () => true, read: () => true, update: () => true },
        fields: [{ name: 'title', type: 'text', required: true }],
        hooks: options.hooks,
      },
    ],
  })
}

/** Returns a new Payload, and not the one of an earlier call to getPayload. */
export async function notesPayload(options: Parameters<typeof notesConfig>[0]): Promise<Payload> {
  const config = await notesConfig(options)
  return getPayload({ config, key: options.url + crypto.randomUUID() })
}

/** The tables of notesConfig, with a trigger that refuses one title only at COMMIT. */
export const notesTemplate = {
  name: 'notes',
  prepare: async (url: string) => {
    const payload = await notesPayload({ url, push: true })
    await payload.destroy()
    const client = new Client({ connectionString: url })
    await client.connect()
    await client.query(`
      create function refuse() returns trigger language plpgsql as $$
        begin raise exception 'refused at commit'; end $$;
      create constraint trigger refuse after insert or update on notes deferrable initially deferred
        for each row when (new.title = '${REFUSED}') execute function refuse()`)
    await client.end()
  },
}

/** Returns the titles that another connection sees, which are the committed ones. */
export async function committedTitles(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ title: string }>('select title from notes order by title')
    return rows.map(({ title }) => title)
  } finally {
    await client.end()
  }
}

// The casts are needed because the generated types know only the product's collections.

export function createNote(payload: Payload, title: string, req?: object): Promise<{ id: string }> {
  return payload.create({ collection: 'notes', data: { title }, req } as never)
}

export function retitleNote(payload: Payload, id: string, title: string): Promise<unknown> {
  return payload.update({ collection: 'notes', id, data: { title } } as never)
}

export function adapterOf(payload: Payload): PostgresAdapter {
  return payload.db as unknown as PostgresAdapter
}

/** Runs SQL in an open transaction, as a hook could. */
export function executeIn(adapter: PostgresAdapter, id: unknown, raw: string) {
  return adapter.execute({ drizzle: databaseOf(adapter, id), raw })
}

export function databaseOf(adapter: PostgresAdapter, id: unknown): PostgresAdapter['drizzle'] {
  return adapter.sessions[String(id)]?.db as unknown as PostgresAdapter['drizzle']
}
