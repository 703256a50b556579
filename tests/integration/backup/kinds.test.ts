import { join } from 'node:path'
import { sql } from '@payloadcms/db-postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup } from '@/backup/backup'
import { type Migration, migrateUnderLock } from '@/database/migrate'
import { migrations } from '../../../migrations'
import {
  emptyInstance,
  fingerprints,
  type Instance,
  inDatabase,
  payloadOn,
  restoreFile,
  shelf,
} from './instances'

const kinds: Migration = {
  name: '29990101_000001_kinds',
  up: async ({ db }) => {
    await db.execute(sql`
      create type mood as enum ('sad', 'it''s "fine"');
      create domain positive as int check (value > 0);
      create table kinds (
        id bigint generated always as identity primary key,
        twice bigint generated always as (id * 2) stored,
        text text, bytes bytea, json json, jsonb jsonb, words tsvector, texts text[], moods mood[], positive positive,
        at timestamptz, local timestamp, day date, span interval, precise double precision, exact numeric,
        flag boolean, address inet, range int4range, "Ünusual ""name""" int,
        parent bigint references kinds deferrable initially deferred
      );
      create table written (note text);
      create sequence counted;
      create function note_kind() returns trigger language plpgsql as $$
        begin insert into written values ('fired'); new.text := 'changed by a trigger'; return new; end $$;
      create trigger kinds_note before insert on kinds for each row execute function note_kind();
    `)
  },
}

const later: Migration = {
  name: '29990102_000001_later',
  up: async ({ db, payload, req }) => {
    await db.execute(sql`
      alter type mood add value 'later';
      alter table kinds add column more mood not null default 'later';
      alter table kinds add column length int generated always as (length(text)) stored;
    `)
    const { totalDocs } = await payload.count({ collection: 'payload-migrations', req })
    await db.execute(sql`comment on table kinds is ${sql.raw(`'${totalDocs} before'`)}`)
  },
}

const rows = `
  alter table kinds disable trigger kinds_note;
  insert into kinds (text, bytes, json, jsonb, words, texts, moods, positive, at, local, day, span, precise, exact, flag, address, range, "Ünusual ""name""", parent) values
    (E'a\\tb\\nc\\\\d\\r\\\\.\\n\\\\N é 👩‍💻 \\u2028', '\\x00ff0a5c09', '{"b": 1,   "a": 1e400, "b": 2}', '{"z": 1.10, "a": "\\u0001\\n\\t"}', 'a:1A,2 b:3'::tsvector || to_tsvector('simple', E'it''s \\\\ back'),
     array['a,b', null, 'NULL', '"', E'\\\\', ''], array['it''s "fine"', 'sad']::mood[], 7, '2026-11-28 12:34:56.123456+07', '1999-12-31 23:59:59.999999', '4713-01-01 BC', '1 year -2 days 03:04:05.678901', 0.1::float8 + 0.2, 12345678901234567890.12345678901234567890, true, '2001:db8::1', '[1,10)', 1, 3),
    ('', '', 'null', 'null', '', '{}', '{}', null, 'infinity', '-infinity', 'infinity', '0', 'NaN', 'NaN', false, '10.0.0.0/8', 'empty', null, 1),
    (null, null, null, null, null, null, null, null, '0044-03-15 12:00:00+00 BC', null, null, null, '-0', 'Infinity', null, null, null, null, null),
    (repeat(E'long\\n', 2000000), null, null, null, null, array_fill('x'::text, array[2, 2]), null, null, null, null, null, null, 5e-324, 0.00, null, null, null, 2147483647, 4);
  alter table kinds enable trigger kinds_note;
  select nextval('counted') from generate_series(1, 41);
`

let source: Instance
let folder: string
let file: string
const removals: (() => Promise<void>)[] = []

beforeAll(async () => {
  source = await emptyInstance()
  const made = await shelf()
  folder = made.folder
  removals.push(made.remove, source.remove)
  const payload = await payloadOn(source.databaseUrl)
  await migrateUnderLock(payload, { migrations: [...migrations, kinds] })
  await payload.destroy()
  await inDatabase(source.databaseUrl, async (client) => {
    // One transaction each, for a deferred foreign key is checked at its end.
    for (const statement of rows.split(/;$/m)) await client.query(statement)
  })
  file = join(folder, 'kinds.tar')
  await backup({ file, ...source })
})

afterAll(async () => {
  for (const remove of removals) await remove()
})

async function instance(): Promise<Instance> {
  const made = await emptyInstance()
  removals.push(made.remove)
  return made
}

const forRead = (url: string, columns: string) =>
  inDatabase(
    url,
    async (client) => (await client.query(`select ${columns} from kinds t order by id`)).rows as unknown[],
  )

test('every kind of value comes back, with triggers, generated columns and identities as they were', async () => {
  const target = await instance()
  await restoreFile(file, target, { migrations: [...migrations, kinds] })
  const {
    events: _,
    events_id_seq: __,
    events_position: ___,
    ...expected
  } = await fingerprints(source.databaseUrl)
  expect(await fingerprints(target.databaseUrl)).toMatchObject(expected)
  expect(await forRead(target.databaseUrl, 't::text')).toEqual(await forRead(source.databaseUrl, 't::text'))
  await inDatabase(target.databaseUrl, async (client) => {
    await client.query("insert into kinds (text) values ('one')")
    const { rows } = await client.query('select id, twice, text from kinds order by id desc limit 1')
    expect(rows).toEqual([{ id: '5', twice: '10', text: 'changed by a trigger' }])
    expect((await client.query("select nextval('counted') as next")).rows).toEqual([{ next: '42' }])
    await expect(
      client.query('insert into kinds (parent) values (99)').then(() => client.query('commit')),
    ).rejects.toThrow('foreign key')
  })
})

test('a backup of an older version is migrated after its rows are back', async () => {
  const target = await instance()
  await restoreFile(file, target, { migrations: [...migrations, kinds, later] })
  const old = 'id, twice, text, bytes, json::text, jsonb, words::text, texts, moods::text, at, precise'
  expect(await forRead(target.databaseUrl, old)).toEqual(await forRead(source.databaseUrl, old))
  expect(await forRead(target.databaseUrl, 'more, length')).toEqual([
    { more: 'later', length: expect.any(Number) },
    { more: 'later', length: 0 },
    { more: 'later', length: null },
    { more: 'later', length: 10_000_000 },
  ])
  await inDatabase(target.databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string; batch: string }>(
      'select name, batch from payload_migrations order by name',
    )
    expect(rows.map(({ name }) => name)).toEqual([...migrations, kinds, later].map(({ name }) => name))
    expect(Number(rows.at(-1)?.batch)).toBe(2)
    const comment = await client.query("select obj_description('kinds'::regclass) as words")
    expect(comment.rows).toEqual([{ words: `${migrations.length + 1} before` }])
  })
})

test('a backup of a newer version is refused, and nothing is written', async () => {
  const target = await instance()
  await expect(restoreFile(file, target)).rejects.toThrow(`it needs ${kinds.name}`)
  expect(await fingerprints(target.databaseUrl)).toEqual({})
})

test('a migration that fails leaves the instance as it was, sequences too', async () => {
  const target = await instance()
  const payload = await payloadOn(target.databaseUrl)
  await migrateUnderLock(payload, { migrations })
  await payload.destroy()
  await inDatabase(target.databaseUrl, (client) =>
    client.query("select nextval('events_position') from generate_series(1, 7)"),
  )
  const before = await fingerprints(target.databaseUrl)
  const failing: Migration = { name: '29990103_000001_failing', up: () => Promise.reject(new Error('no')) }
  await expect(restoreFile(file, target, { migrations: [...migrations, kinds, failing] })).rejects.toThrow(
    'Migration 29990103_000001_failing failed',
  )
  expect(await fingerprints(target.databaseUrl)).toEqual(before)
})

test('a table that is not ours is neither dropped nor restored over', async () => {
  const target = await instance()
  await inDatabase(target.databaseUrl, (client) => client.query('create table somebody_elses (a int)'))
  await expect(restoreFile(file, target, { migrations: [...migrations, kinds] })).rejects.toThrow(
    'public.somebody_elses, which is not Terbit',
  )
  expect(await fingerprints(target.databaseUrl)).toEqual({ somebody_elses: '0 ' })
})
