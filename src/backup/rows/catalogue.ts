import type { Client } from 'pg'

export type Table = { name: string; columns: { name: string; type: string }[] }
export type Sequence = { name: string; lastValue: string; isCalled: boolean }

/** Migrations make everything in this schema. */
const schema = 'public'

export const inSchema = (client: Client, name: string): string =>
  `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`

/** Tables and types that an extension made come back with the extension, so they are left out. */
const ofNoExtension = (catalogue: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = o.oid and d.deptype = 'e')`

/** Returns every table with the columns that hold data of their own: those that are generated are made again. */
export async function schemaTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select o.relname as name, json_agg(
       json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum
     ) as columns
     from pg_class o join pg_attribute a on a.attrelid = o.oid
     where o.relnamespace = $1::regnamespace and o.relkind = 'r' and ${ofNoExtension('pg_class')}
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by o.relname order by o.relname collate "C"`,
    [schema],
  )
  return rows
}

export async function sequencesOf(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select o.relname as name from pg_class o
     where o.relnamespace = $1::regnamespace and o.relkind = 'S' and ${ofNoExtension('pg_class')}
     order by o.relname collate "C"`,
    [schema],
  )
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const state = await client.query<Omit<Sequence, 'name'>>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${inSchema(client, name)}`,
    )
    for (const row of state.rows) sequences.push({ name, ...row })
  }
  return sequences
}

/** Returns the names of the migrations that ran, sorted; none where there is no such table. */
export async function appliedMigrations(client: Client): Promise<string[]> {
  const table = await client.query('select to_regclass($1) as name', [`${schema}.payload_migrations`])
  if (!table.rows[0]?.name) return []
  const { rows } = await client.query<{ name: string }>(
    `select name from ${inSchema(client, 'payload_migrations')} order by name collate "C"`,
  )
  return rows.map(({ name }) => name)
}

export type ForeignKey = { table: string; name: string; definition: string }

export async function foreignKeysOf(client: Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select c.relname as table, o.conname as name, pg_get_constraintdef(o.oid) as definition
     from pg_constraint o join pg_class c on c.oid = o.conrelid
     where o.connamespace = $1::regnamespace and o.contype = 'f' order by 1, 2`,
    [schema],
  )
  return rows
}

/** Returns the triggers that migrations made and that fire, but for those of foreign keys. */
export async function triggersOf(client: Client): Promise<{ table: string; name: string }[]> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select c.relname as table, o.tgname as name from pg_trigger o join pg_class c on c.oid = o.tgrelid
     where c.relnamespace = $1::regnamespace and not o.tgisinternal and o.tgenabled = 'O' order by 1, 2`,
    [schema],
  )
  return rows
}

/** The objectKinds of object that a DROP names, in the order in which they can go. */
const droppable = {
  table: `select format('%I.%I', n.nspname, o.relname) as name from pg_class o join pg_namespace n on n.oid = o.relnamespace
    where n.nspname = $1 and o.relkind in ('r', 'p') and ${ofNoExtension('pg_class')}`,
  sequence: `select format('%I.%I', n.nspname, o.relname) as name from pg_class o join pg_namespace n on n.oid = o.relnamespace
    where n.nspname = $1 and o.relkind = 'S' and ${ofNoExtension('pg_class')}`,
  routine: `select format('%I.%I(%s)', n.nspname, o.proname, pg_get_function_identity_arguments(o.oid)) as name
    from pg_proc o join pg_namespace n on n.oid = o.pronamespace where n.nspname = $1 and ${ofNoExtension('pg_proc')}`,
  type: `select format('%I.%I', n.nspname, o.typname) as name from pg_type o join pg_namespace n on n.oid = o.typnamespace
    where n.nspname = $1 and o.typtype in ('e', 'd') and ${ofNoExtension('pg_type')}`,
}
export type ObjectKind = keyof typeof droppable
export const objectKinds = Object.keys(droppable) as ObjectKind[]

/** Returns the names of the objects of one kind, quoted. */
export async function objectsOf(client: Client, kind: ObjectKind): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`${droppable[kind]} order by 1`, [schema])
  return rows.map(({ name }) => name)
}
