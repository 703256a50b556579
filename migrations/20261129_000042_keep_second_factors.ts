import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Second factors, and what is known of each session. No collection, so that no request can ask for them. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table second_factors (
      user_id uuid primary key references users (id) on delete cascade,
      -- Encrypted with a key of the site.
      secret text not null,
      -- Unset until the user has shown a first code.
      confirmed_at timestamptz,
      -- The time step of the code that was used last: no code is taken twice (RFC 6238, 5.2).
      last_step bigint not null default 0
    );

    create table recovery_codes (
      user_id uuid not null references second_factors (user_id) on delete cascade,
      hash text not null,
      primary key (user_id, hash)
    );

    -- Beside Payload's sessions, which know only when they began and when they end.
    create table session_facts (
      session text primary key,
      user_id uuid not null references users (id) on delete cascade,
      browser text,
      address text not null,
      seen_at timestamptz not null default now()
    );
    create index session_facts_user on session_facts (user_id);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table session_facts;
    drop table recovery_codes;
    drop table second_factors;
  `)
}
