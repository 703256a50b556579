import { Client } from 'pg'
import { afterEach } from 'vitest'

/** Connections that write events by hand, each in a transaction of its own; closed after each test. */
export function withWriters(database: { readonly databaseUrl: string }) {
  const clients: Client[] = []
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.end()))
  })

  /** A new event about the site, whose `details` carry a mark, in a transaction that is still open. */
  const writing = async (mark: string) => {
    const client = new Client({ connectionString: database.databaseUrl })
    clients.push(client)
    await client.connect()
    await client.query('begin')
    await client.query(
      `insert into events (collection, what, details) values ('site', 'updated', jsonb_build_object('tags', '[]'::jsonb, 'mark', $1::text))`,
      [mark],
    )
    return { commit: () => client.query('commit'), rollBack: () => client.query('rollback') }
  }
  return {
    writing,
    written: async (mark: string) => void (await (await writing(mark)).commit()),
  }
}

/** The mark that `writing` left in an event. */
export const markOf = ({ details }: { details: object }) => (details as { mark?: string }).mark
