import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What an article said of its projects when they were taken from it: the state that later changes are compared with. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table taken_projects (
      article uuid not null references articles on delete cascade,
      locale _locales not null,
      project uuid not null references projects on delete cascade,
      category uuid not null references categories on delete cascade,
      name text not null,
      headings jsonb not null,
      summary text not null,
      primary key (article, locale, project, category)
    );
    create index taken_projects_project on taken_projects (project);
    create index taken_projects_category on taken_projects (category);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table taken_projects`)
}
