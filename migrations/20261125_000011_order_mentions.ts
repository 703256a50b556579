import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Mentions in the order of their article, and the names under which each project was looked for last. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table mentions add column position integer not null default 0;
    create table mentioned_names (
      project uuid primary key references projects on delete cascade,
      names jsonb not null
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table mentioned_names;
    alter table mentions drop column position;
  `)
}
