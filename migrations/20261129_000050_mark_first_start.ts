import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * The mark that the first start is over: the demonstration content is there as a whole, or was never wanted. What was
 * used before this mark existed is marked now, so that nobody's magazine comes back.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table first_start (
      -- There is at most one row.
      done boolean primary key default true check (done),
      at timestamptz not null default now(),
      demonstration boolean not null
    );
    insert into first_start (demonstration)
    select false where exists (select from articles) or exists (select from projects) or exists (select from tags)
      or exists (select from authors) or exists (select from media) or exists (select from users);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table first_start`)
}
