import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Gives every redirect the key that it is looked up by, `/en/blog/caf%C3%A9` -> `/en/blog/café`. Redirects of addresses
 * with letters outside of ASCII were stored percent-encoded, and never found.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  const { rows } = await db.execute(sql`select id, "from" from redirects order by updated_at desc, id`)
  for (const { id, from } of rows as { id: string; from: string }[]) {
    const key = keyOf(from)
    if (key === from) continue
    // Of two with the same key, the article that moved last keeps the address.
    await db.execute(sql`
      delete from redirects older using redirects own
      where older."from" = ${key} and own.id = ${id} and older.updated_at < own.updated_at`)
    await db.execute(sql`
      delete from redirects where id = ${id} and exists (select 1 from redirects where "from" = ${key})`)
    await db.execute(sql`update redirects set "from" = ${key} where id = ${id}`)
  }
  // A redirect ends where an article is online, and these were not found when one was published there.
  await db.execute(sql`
    delete from redirects r using articles_locales l
    where l._status = 'published' and r."from" = '/' || l._locale || '/blog/' || l.slug`)
}

/** The keys are right for the code of before as well. */
export async function down(_: MigrateDownArgs): Promise<void> {}

/** What `normalizedPath` was when this was written. */
function keyOf(path: string): string {
  const bare = decoded(path)
    .replace(/\/{2,}/g, '/')
    .replace(/(\/index)?\.html$/i, '')
    .replace(/\/+$/, '')
  return bare === '' ? '/' : bare
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
