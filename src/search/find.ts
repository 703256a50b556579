import { type Run, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { listed } from '@/publishing/published/sql'
import type { QueryTerm } from './query-terms'

/** The filters of a search: ids of documents, and a year in the site's time zone. */
export type Filters = { tag?: string; author?: string; project?: string; year?: number }

export type Found = { article: string; text: string }

export type Facet = { kind: 'tag' | 'author' | 'project' | 'year'; value: string; articles: number }

export type FindOptions = {
  locale: Locale
  terms: QueryTerm[]
  filters: Filters
  timeZone: string
  limit: number
  offset: number
}

/** The most articles that each query of candidates adds, newest first. */
const mostCandidates = 100

/** The weights of D, C, B and A: a word in the title (A) counts for much more than one in the body (D). */
const weights = '{0.12, 0.3, 0.45, 1}'

/**
 * Returns the articles that answer a question, best first. Articles with every term come before the others. Quoted
 * terms must occur, excluded terms must not. The article itself, not the index, says whether it is published.
 */
export async function find(
  run: Run,
  { locale, terms, filters, timeZone, limit, offset }: FindOptions,
): Promise<{ found: Found[]; total: number; facets: Facet[] }> {
  const wanted = terms.filter(({ excluded }) => !excluded)
  if (wanted.length === 0) return { found: [], total: 0, facets: [] }
  const grouped = (some: QueryTerm[], operator: string) =>
    some.map(({ match }) => `(${match})`).join(operator)
  const must = [
    ...wanted.filter(({ quoted }) => quoted).map(({ match }) => ` & (${match})`),
    ...terms.filter(({ excluded }) => excluded).map(({ match }) => ` & !(${match})`),
  ].join('')
  const every = `${grouped(wanted, ' & ')}${must}`
  // When few articles have all terms, the rarer half of the terms says more than the rest.
  const telling = wanted
    .filter(({ known }) => known || wanted.every((one) => !one.known))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, Math.ceil(wanted.length / 2))
  const some = `(${grouped(wanted, ' | ')})${must}`
  const mostTelling = `(${grouped(telling, ' | ')})${must}`
  const scored = JSON.stringify(
    wanted.flatMap(({ match, exact, weight }) => [
      { query: match, weight, counts: 1 },
      { query: exact, weight: weight * 0.5, counts: 0 },
    ]),
  )
  const rows = await run<Found & { total: number; facets: Facet[] }>(
    sql`with shown as not materialized (
          select e.* from search_entries e
          where e.locale = ${locale}::_locales ${narrowed({ locale, filters, timeZone })}
        ),
        complete as materialized (
          (select article from shown where head @@ ${every}::tsquery order by published_at desc limit ${mostCandidates})
          union
          (select article from shown where words @@ ${every}::tsquery order by published_at desc limit ${mostCandidates})
        ),
        fewer as materialized (select count(*) < ${enough}::int as wanted from complete),
        candidates as materialized (
          select article from complete
          union
          (select article from shown where words @@ ${mostTelling}::tsquery and (select wanted from fewer)
            order by published_at desc limit ${mostCandidates})
          union
          (select article from shown where head @@ ${some}::tsquery and (select wanted from fewer)
            order by published_at desc limit ${mostCandidates})
          union
          (select article from shown where words @@ ${some}::tsquery and (select wanted from fewer)
            order by published_at desc limit ${mostCandidates})
        ),
        -- Unpacked from the table's storage once, not once for each term.
        taken as materialized (
          select e.article, e.published_at, e.words || '' as words
          from candidates c join search_entries e on e.article = c.article and e.locale = ${locale}::_locales
          join articles_locales l on l._parent_id = e.article and l._locale = e.locale
          where ${listed('l')}
        ),
        weighed as (
          select t.article, t.published_at, s.weight, s.counts,
            ts_rank(${weights}::real[], t.words, s.query::tsquery, 1) as rank
          from taken t
          cross join jsonb_to_recordset(${scored}::jsonb) as s(query text, weight float8, counts float8)
        ),
        ranked as materialized (
          select article, published_at, sum(weight * rank) as score,
            sum(counts * weight) filter (where rank > 0) / sum(counts * weight) as covered
          from weighed group by article, published_at
        ),
        answered as materialized (
          select article, row_number() over (order by score * covered * covered desc, published_at desc, article) as place
          from ranked
          where covered > case when (select count(*) from ranked where covered > ${whole}::float8) < ${enough}::int
            then ${leastCovered}::float8 else ${whole}::float8 end
        )
        select a.article, e.text, (select count(*)::int from answered) as total,
          case when a.place = ${offset + 1}::int then (${facetsOf({ locale, timeZone })}) else '[]' end as facets
        from answered a join search_entries e on e.article = a.article and e.locale = ${locale}::_locales
        where a.place > ${offset}::int and a.place <= ${offset + limit}::int order by a.place`,
  )
  const [first] = rows
  return {
    found: rows.map(({ article, text }) => ({ article, text })),
    total: first?.total ?? 0,
    facets: first?.facets ?? [],
  }
}

/** When so many articles have every term, the others are left out. */
const enough = 20
const whole = 0.99

/** The least share of the terms, by weight, that an article must have otherwise. */
const leastCovered = 0.12

function narrowed({ locale, filters, timeZone }: Pick<FindOptions, 'locale' | 'filters' | 'timeZone'>) {
  const { tag, author, project, year } = filters
  const related = (column: string, id: string) =>
    sql` and exists (select 1 from articles_rels r where r.parent_id = e.article and r.${sql.raw(column)} = ${id}::uuid)`
  return sql.join([
    ...(tag ? [related('tags_id', tag)] : []),
    ...(author ? [related('authors_id', author)] : []),
    ...(project
      ? [
          sql` and e.article in (
            select article from mentions where project = ${project}::uuid and locale = ${locale}::_locales
            union select parent_id from articles_rels where projects_id = ${project}::uuid)`,
        ]
      : []),
    ...(year ? [sql` and extract(year from e.published_at at time zone ${timeZone}) = ${year}`] : []),
  ])
}

/** Returns the filters that could narrow the answers down, with the number of articles that each would leave. */
const facetsOf = ({ locale, timeZone }: Pick<FindOptions, 'locale' | 'timeZone'>) => sql`
  select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'value', value, 'articles', articles)), '[]') from (
    select 'tag' as kind, r.tags_id::text as value, count(distinct r.parent_id)::int as articles
    from answered b join articles_rels r on r.parent_id = b.article where r.tags_id is not null group by 2
    union all
    select 'author', r.authors_id::text, count(distinct r.parent_id)::int
    from answered b join articles_rels r on r.parent_id = b.article where r.authors_id is not null group by 2
    union all
    select 'project', project::text, count(distinct article)::int from (
      select m.project, b.article from answered b join mentions m on m.article = b.article and m.locale = ${locale}::_locales
      union select r.projects_id, b.article from answered b join articles_rels r on r.parent_id = b.article
        where r.projects_id is not null
    ) named group by 2
    union all
    select 'year', extract(year from b.published_at at time zone ${timeZone})::text, count(*)::int
    from ranked b where b.article in (select article from answered) group by 2
  ) facets`
