import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What the database itself knows of publishing: it has the last word over every hook. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- Drafts may share an address, publications may not.
    create unique index articles_published_slug on articles_locales (_locale, slug) where _status = 'published';
    alter table articles_locales add constraint articles_published_complete check (
      _status is distinct from 'published'
      or (coalesce(title, '') <> '' and coalesce(slug, '') <> '' and body is not null)
    );

    -- What was published and is still to be told: to the pages' cache, later to the search index and to webhooks.
    create table outbox (
      id bigserial primary key,
      written_at timestamptz not null default clock_timestamp(),
      collection text not null,
      document uuid,
      event text not null,
      tags jsonb not null,
      drained_at timestamptz
    );
    create index outbox_written_at on outbox (written_at);

    -- Which block of a published article names which project: derived, and made anew when the article is published.
    create table mentions (
      article uuid not null references articles on delete cascade,
      locale _locales not null,
      block_id text not null,
      project uuid not null references projects on delete cascade,
      matched_text text not null,
      passage text not null,
      primary key (article, locale, block_id, project)
    );
    create index mentions_project on mentions (project, locale);

    create table setup_tokens (
      hash text primary key,
      issued_at timestamptz not null default now()
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table setup_tokens;
    drop table mentions;
    drop table outbox;
    alter table articles_locales drop constraint articles_published_complete;
    drop index articles_published_slug;
  `)
}
