import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What signing in is guarded by, beside Payload's own tables: guesses, and the browsers that are known. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- In the form of the package rate-limiter-flexible. The keys are hashes; the count ends at that time (milliseconds).
    create table attempts (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    );
    create index attempts_expire on attempts (expire);

    -- Browsers that somebody has signed in with: the hash of a cookie, for each user.
    create table known_browsers (
      user_id uuid not null references users (id) on delete cascade,
      hash text not null,
      -- The panel's language there, for mails.
      language text not null,
      seen_at timestamptz not null default now(),
      primary key (user_id, hash)
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table known_browsers;
    drop table attempts;
  `)
}
