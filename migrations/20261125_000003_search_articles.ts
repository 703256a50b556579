import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What the search looks in: derived from published articles, and made anew where it is missing. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- A trusted extension: whoever owns the database may create it.
    create extension if not exists pg_trgm;

    create table search_entries (
      article uuid not null,
      locale _locales not null,
      -- Which analysis made it.
      version int not null,
      published_at timestamptz not null,
      text text not null,
      head tsvector not null,
      words tsvector not null,
      terms text[] not null,
      stems text[] not null,
      -- The terms of it that search_words has counted.
      learned text[] not null default '{}',
      primary key (article, locale)
    );
    -- Read whole for each article that is weighed: not to be unpacked each time.
    alter table search_entries alter column words set storage external;
    create index search_entries_head on search_entries using gin (head);
    create index search_entries_words on search_entries using gin (words);
    create index search_entries_unlearned on search_entries (article) where terms is distinct from learned;

    -- In how many published articles of a language each word stands.
    create table search_words (
      locale _locales not null,
      word text collate "C" not null,
      stem text collate "C" not null,
      articles int not null,
      primary key (locale, word)
    );
    create index search_words_stem on search_words (locale, stem);
    create index search_words_alike on search_words using gin (word gin_trgm_ops);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table search_words;
    drop table search_entries;
    drop extension pg_trgm;
  `)
}
