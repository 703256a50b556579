import pg from 'pg'
import { ensurePostgres } from '@/database/embedded/embedded'

/** The tables of a published article, and the columns in which a copy must differ. */
const tables = [
  { table: 'articles', own: { id: 'id', import_path: "import_path || '-' || n" } },
  {
    table: 'articles_locales',
    own: {
      _parent_id: '_parent_id',
      title: "title || ', ' || n",
      slug: "slug || '-of-' || n",
      published_at: "published_at - n * interval '1 day'",
    },
  },
  { table: 'articles_texts', own: { parent_id: 'parent_id' } },
  { table: 'articles_rels', own: { parent_id: 'parent_id' } },
  { table: 'mentions', own: { article: 'article' } },
] as const

const identities = new Set(['id', '_parent_id', 'parent_id', 'article'])

/**
 * Multiplies the articles of an installation whose server is down, directly as rows. Importing so many would take half
 * an hour.
 * @param copies how many copies of each article to make
 */
export async function multiplyArticles(dataDir: string, copies: number): Promise<void> {
  const postgres = await ensurePostgres({ dataDir, onProgress: () => undefined })
  const client = new pg.Client(postgres.url)
  await client.connect()
  try {
    for (const { table, own } of tables) {
      const columns = await columnsOf(client, table)
      const values = columns.map((column) => {
        if (identities.has(column) && column in own) return `md5(${column}::text || n)::uuid`
        return (own as Record<string, string>)[column] ?? `"${column}"`
      })
      const names = columns.map((column) => `"${column}"`).join()
      await client.query(
        `insert into ${table} (${names}) select ${values.join()} from ${table}, generate_series(1, $1::int) n`,
        [copies],
      )
    }
    await client.query('analyze')
  } finally {
    await client.end()
    await postgres.stop()
  }
}

/** Returns the columns of a table without row numbers, which the database assigns. */
async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name name from information_schema.columns
     where table_name = $1 and not (column_name = 'id' and data_type = 'integer') order by ordinal_position`,
    [table],
  )
  return rows.map(({ name }) => name)
}
