import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Everything that happened to what readers see, in the order of the commits, and how far each consumer has come. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table events (
      id bigint generated always as identity primary key,
      -- Null until COMMIT: see place_event.
      position bigint unique,
      written_at timestamptz not null default clock_timestamp(),
      collection text not null,
      document uuid,
      locale _locales,
      what text not null,
      -- Not a reference: the history outlives the account.
      actor uuid,
      details jsonb not null default '{}',
      -- The type Happening of src/events/event.ts says the same.
      constraint events_happening check (
        case
          when collection in ('articles', 'projects') then document is not null
            and what in ('published', 'updated', 'unpublished', 'deleted')
            and (locale is null) = (what = 'deleted')
          when collection in ('authors', 'categories', 'media', 'tags') then document is not null
            and locale is null and what in ('created', 'updated', 'deleted')
          when collection = 'redirects' then document is null and locale is null and what = 'created'
          when collection = 'site' then document is null and locale is null and what = 'updated'
          else false
        end
      )
    );
    create sequence events_position owned by events.position;

    create table event_consumers (
      name text primary key,
      position bigint not null
    );

    -- What was published on the last day with the version before this one.
    insert into events (position, written_at, collection, document, locale, what, details)
    select row_number() over (order by id), written_at, collection, document,
           nullif(split_part(event, ':', 2), '')::_locales,
           case split_part(event, ':', 1)
             when 'publish' then 'published'
             when 'unpublish' then 'unpublished'
             when 'delete' then 'deleted'
             when 'update' then 'updated'
             else 'created'
           end,
           jsonb_build_object('tags', tags)
      from outbox order by id;
    select setval('events_position', coalesce(max(position), 0) + 1, false) from events;

    -- Words were counted whenever the outbox was drained: the consumer goes on at the first row that was not.
    insert into event_consumers (name, position)
    select 'search-words', count(*) from outbox
     where id < coalesce((select min(id) from outbox where drained_at is null), 9223372036854775807);
    drop table outbox;

    -- Runs at COMMIT. The lock is held until the commit is visible, so that whoever sees a position sees all below it.
    create function place_event() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended('events', 4));
        update events set position = nextval('events_position'), written_at = clock_timestamp() where id = new.id;
        return null;
      end $$;
    create constraint trigger events_placed after insert on events deferrable initially deferred
      for each row execute function place_event();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
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
    insert into outbox (written_at, collection, document, event, tags)
    select written_at, collection, document,
           case what
             when 'published' then 'publish' when 'unpublished' then 'unpublish' when 'deleted' then 'delete'
             when 'created' then 'create' else case when locale is null then 'update' else 'publish' end
           end || coalesce(':' || locale, ''),
           details -> 'tags'
      from events where written_at > now() - interval '1 day' and details -> 'tags' <> '[]' order by position;
    drop table events, event_consumers;
    drop function place_event;
  `)
}
