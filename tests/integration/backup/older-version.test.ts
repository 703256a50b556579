import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { backup } from '@/backup/backup'
import { migrateUnderLock } from '@/database/migrate'
import { migrations } from '../../../migrations'
import { emptyInstance, fingerprints, inDatabase, payloadOn, restoreFile, shelf } from './instances'

const removals: (() => Promise<void>)[] = []

afterAll(async () => {
  for (const remove of removals) await remove()
})

/** An article by an author who is a user who wrote that article: no order of these tables satisfies their foreign keys. */
const rows = `
  with author as (insert into authors (slug, name) values ('sari', 'Sari') returning id),
    person as (insert into users (email, name, author_id) select 'sari@example.org', 'Sari', id from author returning id),
    project as (insert into projects (slug, name) values ('payload', 'Payload') returning id),
    article as (insert into articles (created_by_id, updated_by_id) select id, id from person returning id),
    words as (
      insert into articles_locales (_parent_id, _locale, title, slug, body, _status)
      select id, 'id', 'Judul', 'judul', '{"root": {}}', 'published' from article
    ),
    entry as (
      insert into search_entries (article, locale, version, published_at, text, head, words, terms, stems)
      select id, 'id', 1, now(), 'Judul', 'judul:1A', 'isi:2', '{isi}', '{isi}' from article
    )
  insert into mentions (article, locale, block_id, project, matched_text, passage)
  select article.id, 'id', 'b1', project.id, 'Payload', 'Payload ada' from article, project
`

test('a backup of the third migration restores into this version', async () => {
  const [source, target, { folder, remove }] = [await emptyInstance(), await emptyInstance(), await shelf()]
  removals.push(source.remove, target.remove, remove)
  const payload = await payloadOn(source.databaseUrl)
  await migrateUnderLock(payload, { migrations: migrations.slice(0, 3) })
  await payload.destroy()
  await inDatabase(source.databaseUrl, (client) => client.query(rows))
  const file = join(folder, 'older.tar')
  await backup({ file, ...source })

  await restoreFile(file, target)
  const changedSince = ['mentions', 'outbox', 'outbox_id_seq', 'payload_migrations', 'users']
  const expected = Object.entries(await fingerprints(source.databaseUrl)).filter(
    ([name]) => !changedSince.includes(name),
  )
  expect(expected.length).toBeGreaterThan(50)
  expect(await fingerprints(target.databaseUrl)).toMatchObject(Object.fromEntries(expected))
  await inDatabase(target.databaseUrl, async (client) => {
    const mentions = await client.query('select block_id, passage, position from mentions')
    expect(mentions.rows).toEqual([{ block_id: 'b1', passage: 'Payload ada', position: 0 }])
    const users = await client.query(
      'select u.email, u.name, a.slug from users u join authors a on a.id = u.author_id',
    )
    expect(users.rows).toEqual([{ email: 'sari@example.org', name: 'Sari', slug: 'sari' }])
    const ran = await client.query<{ name: string }>('select name from payload_migrations order by name')
    expect(ran.rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name))
  })
  expect(await schemaOf(target.databaseUrl)).toEqual(await freshSchema())
})

/** The schema of an instance that never was an older version. */
async function freshSchema() {
  const fresh = await emptyInstance()
  removals.push(fresh.remove)
  const payload = await payloadOn(fresh.databaseUrl)
  await migrateUnderLock(payload, { migrations })
  await payload.destroy()
  return schemaOf(fresh.databaseUrl)
}

/** Every column, constraint, index and trigger, as Postgres writes them. */
const schemaOf = (url: string) =>
  inDatabase(url, async (client) => {
    const { rows } = await client.query<{ line: string }>(`
      select format('%s %s %s %s', table_name, column_name, data_type, column_default) as line
        from information_schema.columns where table_schema = 'public'
      union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        from pg_constraint where connamespace = 'public'::regnamespace
      union all select indexdef from pg_indexes where schemaname = 'public'
      union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      order by 1`)
    return rows.map(({ line }) => line)
  })
