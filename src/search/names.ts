import type { BasePayload } from 'payload'
import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { listed, published } from '@/publishing/published/sql'
import { clausesOf } from './analysis/question'

export type FoundName = { kind: 'project' | 'tag' | 'author'; id: string }

/** About as many names as a reader takes in at a glance. */
const mostNames = 6

/**
 * Returns published projects, and the topics and authors of published articles, whose name or alias holds, for each
 * word of the question, a word that begins with it. Names with the least text beyond the question come first.
 */
export async function findNames(
  payload: Pick<BasePayload, 'db'>,
  { locale, question }: { locale: Locale; question: string },
): Promise<FoundName[]> {
  const words = clausesOf(question).flatMap((clause) => (clause.excluded ? [] : clause.words))
  if (words.length === 0) return []
  // A word holds only letters and digits, so it needs no escape in a pattern.
  const every = sql.join(
    words.map((word) => sql`folded ~ ${`\\m${word}`}`),
    sql` and `,
  )
  const hasArticles = (column: 'tags_id' | 'authors_id') => sql`exists (
    select 1 from articles_rels r join articles_locales l on l._parent_id = r.parent_id
    where r.${sql.raw(column)} = named.id and ${listed('l', locale)})`
  return query<FoundName>(
    payload,
    sql`select kind, id from (
          select kind, id, name, lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g')) as folded
          from (
            select 'project' as kind, id, name from projects
            union all select 'project', parent_id, text from projects_texts where path = 'aliases'
            union all select 'tag', _parent_id, name from tags_locales
            union all select 'author', id, name from authors
          ) every_name where name is not null
        ) named
        where ${every} and case kind
          when 'project' then exists (select 1 from projects_locales l
            where l._parent_id = named.id and ${published('l', locale)})
          when 'tag' then ${hasArticles('tags_id')}
          else ${hasArticles('authors_id')} end
        group by kind, id order by min(length(name)), min(name), id limit ${mostNames}`,
  )
}
