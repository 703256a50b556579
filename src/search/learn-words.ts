import type { BasePayload } from 'payload'
import { query, sql } from '@/database/query'

/** How many entries one statement counts. */
const batch = 100

/**
 * Counts the words of entries that were written since the last call, and uncounts the words that they no longer hold.
 * This is not part of publishing, because those transactions would wait for each other at the words that they share. It
 * is safe to call at any time. Words that are not counted yet are found, but no misspelling leads to them.
 */
export async function learnWords(payload: Pick<BasePayload, 'db'>): Promise<void> {
  for (;;) {
    const [{ learned } = { learned: 0 }] = await query<{ learned: number }>(
      payload,
      sql`with alone as materialized (select pg_advisory_xact_lock(hashtextextended('search_words', 3))),
          due as materialized (
            select e.* from alone, search_entries e where e.terms is distinct from e.learned
            order by e.article, e.locale limit ${batch} for update of e
          ),
          told as (
            update search_entries e set learned = e.terms from due
            where e.article = due.article and e.locale = due.locale and due.terms <> '{}' returning 1
          ),
          forgotten as (
            delete from search_entries e using due
            where e.article = due.article and e.locale = due.locale and due.terms = '{}' returning 1
          ),
          changes as (
            select locale, word, max(stem) as stem, sum(change)::int as change from (
              select locale, word, stem, 1 as change from due, unnest(due.terms, due.stems) as one(word, stem)
              union all
              select locale, word, null, -1 from due, unnest(due.learned) as word
            ) each group by locale, word
          ),
          counted as (
            insert into search_words as known (locale, word, stem, articles)
            select locale, word, coalesce(stem, word), change from changes where change <> 0
            on conflict (locale, word) do update
              set articles = known.articles + excluded.articles
            returning 1
          )
          select (select count(*) from told) + (select count(*) from forgotten) as learned, (select count(*) from counted)`,
    )
    if (Number(learned) === 0) break
  }
  await query(payload, sql`delete from search_words where articles <= 0`)
}
