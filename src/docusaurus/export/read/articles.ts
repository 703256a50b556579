import type { BasePayload } from 'payload'
import { query, sql } from '@/database/query'
import { fallbackForVisitors, isLocale, type Locale } from '@/i18n/locales'
import { published as publishedIn } from '@/publishing/published/sql'
import type { Status } from '@/publishing/published/status'
import type { LexicalNode } from '@/richtext/nodes'
import type { ExportArticle, ExportText, KeptPost } from '../plan/export-plan'
import { keptPostsAt } from './kept-files'

/** The words of the CMS that are exported. */
export type Choice = {
  /** The words that readers see. Otherwise the newest words. */
  published: boolean
  locales: readonly Locale[]
}

/** Articles with their words, and the files that they came from. */
export async function articlesToExport(
  payload: BasePayload,
  choice: Choice,
  ids: readonly string[],
): Promise<{ article: ExportArticle; kept: KeptPost[] }[]> {
  const articles = await articleRows(payload, choice, ids)
  const paths = articles.flatMap(({ importPath }) => importPath ?? [])
  const kept = await keptPostsAt(payload, paths)
  return articles.map((article) => ({
    article,
    kept: kept.filter(({ importPath }) => importPath === article.importPath),
  }))
}

type TextRow = {
  title: string | null
  slug: string | null
  description: string | null
  body: { root?: { children?: LexicalNode[] } } | null
  picture: string | null
  address: string | null
  keywords: string[] | null
  publishedAt: string | null
  updatedAt: string | null
  unlisted: boolean | null
  status: Status
  online: boolean
}

type ArticleRow = Omit<ExportArticle, 'texts' | 'createdAt'> & {
  createdAt: Date | string
  texts: Record<string, TextRow>
}

/** Articles in the order in which they were made. They have their bodies only if ids are given. */
export async function articleRows(
  payload: BasePayload,
  { published, locales: wanted }: Choice,
  ids?: readonly string[],
): Promise<ExportArticle[]> {
  const rows = await query<ArticleRow>(payload, articlesStatement(published, ids))
  return rows.map(({ createdAt, texts, ...row }) => ({
    ...row,
    createdAt: new Date(createdAt).toISOString(),
    texts: Object.fromEntries(
      Object.entries(texts ?? {}).flatMap(([locale, text]) =>
        isLocale(locale) && wanted.includes(locale) && (!published || text.online)
          ? [[locale, textOf(text)]]
          : [],
      ),
    ),
  }))
}

const textOf = ({ picture, address, body, status, online, ...text }: TextRow): ExportText => ({
  ...text,
  nodes: body?.root?.children ?? [],
  hero: { picture, address },
  keywords: text.keywords ?? [],
  publishedAt: text.publishedAt && new Date(text.publishedAt).toISOString(),
  updatedAt: text.updatedAt && new Date(text.updatedAt).toISOString(),
  unlisted: text.unlisted ?? false,
  draft: !online,
  ahead: online && status === 'draft',
})

/**
 * Reads the tables, since Payload would take longer to make a thousand documents in two languages than the export takes
 * to write them. The newest words are in the latest version, the published ones in the document.
 */
function articlesStatement(published: boolean, ids: readonly string[] | undefined) {
  const table = (name: string) =>
    sql.identifier(published ? name : `_${name.replace(/^articles/, 'articles_v')}`)
  const column = (name: string) => sql.identifier(published ? name : `version_${name}`)
  const path = (name: string) => (published ? name : `version.${name}`)
  const related = (field: 'authors' | 'tags') => sql`coalesce((
    select jsonb_agg(r.${sql.identifier(`${field}_id`)} order by r."order") from ${table('articles_rels')} r
    where r.parent_id = v.id and r.path = ${path(field)}), '[]'::jsonb)`
  const body = ids ? sql`l.${column('body')}` : sql`null::jsonb`
  return sql`
    select a.id, a.import_path as "importPath",
      coalesce(a.source_locale::text, ${fallbackForVisitors}) as "sourceLocale",
      a.created_at as "createdAt", ${related('authors')} as authors, ${related('tags')} as tags,
      (select jsonb_object_agg(l._locale, jsonb_build_object(
          'title', l.${column('title')}, 'slug', l.${column('slug')}, 'description', l.${column('description')},
          'body', ${body}, 'picture', l.${column('hero_picture_id')}, 'address', l.${column('hero_address')},
          'publishedAt', l.${column('published_at')}, 'updatedAt', l.${column('content_updated_at')},
          'unlisted', l.${column('unlisted')}, 'status', l.${column('_status')},
          'online', coalesce(${publishedIn('o')}, false),
          'keywords', (select jsonb_agg(t.text order by t."order") from ${table('articles_texts')} t
             where t.parent_id = v.id and t.path = ${path('keywords')} and t.locale = l._locale)))
        from ${table('articles_locales')} l
        left join articles_locales o on o._parent_id = a.id and o._locale = l._locale
        where l._parent_id = v.id and (coalesce(l.${column('title')}, '') <> '' or jsonb_path_exists(
          l.${column('body')}, '$.root.children[*] ? (@.type != "paragraph" || @.children.size() > 0)'))) as texts
    from articles a
    join ${published ? sql`articles v on v.id = a.id` : sql`_articles_v v on v.parent_id = a.id and v.latest`}
    ${ids ? sql`where a.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)` : sql``}
    order by a.created_at, a.id`
}
