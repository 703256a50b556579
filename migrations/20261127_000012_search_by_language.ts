import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** The language in the indexes that are searched: what another language has is not fetched to be thrown away. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- A trusted extension: whoever owns the database may create it.
    create extension if not exists btree_gin;
    drop index search_entries_head, search_entries_words;
    create index search_entries_head on search_entries using gin (locale, head);
    create index search_entries_words on search_entries using gin (locale, words);
    create index search_entries_locale on search_entries (locale);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index search_entries_head, search_entries_words, search_entries_locale;
    drop extension btree_gin;
    create index search_entries_head on search_entries using gin (head);
    create index search_entries_words on search_entries using gin (words);
  `)
}
