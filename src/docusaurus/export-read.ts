import type { BasePayload } from 'payload'
import { query, sql } from '@/database/query'
import { isLocale, type Locale, locales } from '@/i18n/locales'
import type { LexicalNode } from '@/richtext/nodes'
import { absolute } from '@/site/absolute'
import { hrefFor } from '@/site/hrefs'
import { sha256Of } from './apply-sources'
import { knownTags } from './apply-tags'
import { isAuthorsFile } from './export-authors'
import { placeOf } from './export-new-post'
import type {
  ExportArticle,
  ExportAuthor,
  ExportPicture,
  ExportSite,
  ExportText,
  KeptPost,
  KeptSiteFile,
} from './export-plan'
import { isTagsFile } from './export-tags'
import type { KeptBlock, Localized } from './import-plan'

/** Which words of the CMS are exported. */
export type Choice = {
  /** What readers see; else the newest words. */
  published: boolean
  locales: readonly Locale[]
  /** The language of `blog/`; found from what was imported where it is not given. */
  defaultLocale: Locale | undefined
  /** The origin of our own site. */
  siteUrl: string
}

/** What all posts share, and the articles to export in order, still without their bodies. */
export async function readSiteToExport(
  payload: BasePayload,
  choice: Choice,
): Promise<{ site: ExportSite; ids: string[]; sources: SourceRow[] }> {
  const [sources, articles, authors, tags, pictures, projects, math] = await Promise.all([
    query<SourceRow>(
      payload,
      sql`select path, locale, import_path as "importPath", sha256 from sources order by path`,
    ),
    articleRows(payload, choice),
    authorsOf(payload),
    knownTags(payload),
    picturesOf(payload),
    query<{ id: string; slug: string | null }>(payload, sql`select id, slug from projects`),
    usesMath(payload),
  ])
  const slugs = new Map(projects.map(({ id, slug }) => [id, slug]))
  const isShared = ({ path }: SourceRow) =>
    isAuthorsFile(path) || isTagsFile(path) || path.endsWith('/options.json')
  const others = sources.filter(({ importPath }) => importPath === null)
  return {
    sources,
    ids: articles.map(({ id }) => id),
    site: {
      defaultLocale: choice.defaultLocale ?? defaultLocaleOf(sources),
      math,
      authors,
      tags,
      pictures,
      keptPictures: new Map(others.filter((row) => !isShared(row)).map(({ path, sha256 }) => [path, sha256])),
      files: await siteFiles(payload, others.filter(isShared), choice.locales),
      places: placesOf(articles),
      pageOf: ({ relationTo, id }, locale) => {
        const slug = relationTo === 'projects' ? slugs.get(id) : undefined
        return slug ? absolute(choice.siteUrl, hrefFor({ page: 'project', locale, slug })) : undefined
      },
    },
  }
}

export type SourceRow = { path: string; locale: Locale | null; importPath: string | null; sha256: string }

/** Articles with their words and the files that they came from. */
export async function readArticles(
  payload: BasePayload,
  choice: Choice,
  ids: readonly string[],
): Promise<{ article: ExportArticle; kept: KeptPost[] }[]> {
  const articles = await articleRows(payload, choice, ids)
  const paths = articles.flatMap(({ importPath }) => importPath ?? [])
  const kept = await keptPosts(payload, paths)
  return articles.map((article) => ({
    article,
    kept: kept.filter(({ importPath }) => importPath === article.importPath),
  }))
}

/** The bytes of a kept file that is no post. */
export async function keptBytesAt(payload: BasePayload, path: string): Promise<Uint8Array | undefined> {
  const [row] = await query<{ bytes: string }>(payload, sql`select bytes from sources where path = ${path}`)
  return row?.bytes ? Buffer.from(row.bytes, 'base64') : undefined
}

/** Whose posts stand in `blog/`: undefined where that is a language which we do not have. */
function defaultLocaleOf(sources: readonly SourceRow[]): Locale | undefined {
  const posts = sources.filter(({ importPath }) => importPath !== null)
  const inBlog = posts.find(({ path }) => path.startsWith('blog/'))
  if (inBlog) return inBlog.locale ?? undefined
  const translated = new Set(posts.map(({ locale }) => locale))
  const rest = locales.filter((locale) => !translated.has(locale))
  return rest.includes('en') ? 'en' : rest[0]
}

function placesOf(articles: readonly ExportArticle[]): Map<string, string> {
  const places = new Map<string, string>()
  const taken = new Set<string>()
  // Articles that came from files have their places; the others find theirs beside them.
  for (const imported of [true, false]) {
    for (const article of articles) {
      if ((article.importPath !== null) !== imported || Object.keys(article.texts).length === 0) continue
      const place = placeOf(article, taken)
      places.set(article.id, place)
      taken.add(place)
    }
  }
  return places
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
  status: 'published' | 'draft'
  online: boolean
}

type ArticleRow = Omit<ExportArticle, 'texts' | 'createdAt'> & {
  createdAt: Date | string
  texts: Record<string, TextRow>
}

/** Articles in the order in which they were made; with bodies where ids are given. */
async function articleRows(
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
 * From the tables: a thousand documents of Payload's, each in two languages, would take longer to be made than to be
 * exported. Newest words stand in the latest version, published ones in the document.
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
    select a.id, a.import_path as "importPath", coalesce(a.source_locale::text, 'id') as "sourceLocale", a.created_at as "createdAt",
      ${related('authors')} as authors, ${related('tags')} as tags,
      (select jsonb_object_agg(l._locale, jsonb_build_object(
          'title', l.${column('title')}, 'slug', l.${column('slug')}, 'description', l.${column('description')},
          'body', ${body}, 'picture', l.${column('hero_picture_id')}, 'address', l.${column('hero_address')},
          'publishedAt', l.${column('published_at')}, 'updatedAt', l.${column('content_updated_at')},
          'unlisted', l.${column('unlisted')}, 'status', l.${column('_status')},
          'online', coalesce(o._status = 'published', false),
          'keywords', (select jsonb_agg(t.text order by t."order") from ${table('articles_texts')} t
             where t.parent_id = v.id and t.path = ${path('keywords')} and t.locale = l._locale)))
        from ${table('articles_locales')} l
        left join articles_locales o on o._parent_id = a.id and o._locale = l._locale
        where l._parent_id = v.id and (coalesce(l.${column('title')}, '') <> '' or jsonb_path_exists(
          l.${column('body')}, '$.root.children[*] ? (@.type != "paragraph" || @.children.size() > 0)'))) as texts
    from articles a
    join ${published ? sql`articles` : sql`_articles_v`} v on ${published ? sql`v.id = a.id` : sql`v.parent_id = a.id and v.latest`}
    ${ids ? sql`where a.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)` : sql``}
    order by a.created_at, a.id`
}

async function keptPosts(payload: BasePayload, importPaths: readonly string[]): Promise<KeptPost[]> {
  const rows = await query<
    Omit<KeptPost, 'bytes' | 'blocks' | 'locale'> & {
      locale: Locale | null
      bytes: string
      sha256: string
      blocks: KeptBlock[] | null
    }
  >(
    payload,
    sql`select path, import_path as "importPath", locale, bytes, sha256, front_matter as "frontMatter", blocks from sources
        where import_path in (select jsonb_array_elements_text(${JSON.stringify(importPaths)}::jsonb))`,
  )
  return rows.flatMap(({ bytes, blocks, sha256, locale, ...row }) => {
    const whole = Buffer.from(bytes, 'base64')
    // Places of blocks mean nothing in other bytes than those that they were found in.
    const kept = sha256Of(whole) === sha256 ? whole : Buffer.alloc(0)
    return locale === null ? [] : [{ ...row, locale, bytes: kept, blocks: blocks ?? [] }]
  })
}

async function siteFiles(
  payload: BasePayload,
  rows: readonly SourceRow[],
  wanted: readonly Locale[],
): Promise<KeptSiteFile[]> {
  const files: KeptSiteFile[] = []
  for (const { path, locale } of rows) {
    const bytes = locale !== null && wanted.includes(locale) ? await keptBytesAt(payload, path) : undefined
    if (bytes && locale !== null) files.push({ path, locale, bytes })
  }
  return files
}

async function authorsOf(payload: BasePayload): Promise<ExportAuthor[]> {
  const { docs } = await payload.find({
    collection: 'authors',
    locale: 'all',
    fallbackLocale: false,
    depth: 0,
    pagination: false,
  })
  return docs.map(({ id, slug, name, title, biography, picture, pictureAddress, links }) => ({
    id,
    slug,
    name,
    // Read with `locale: 'all'`, which Payload's types do not say.
    title: (title ?? {}) as Localized<string>,
    biography: (biography ?? {}) as Localized<string>,
    picture: typeof picture === 'string' ? picture : null,
    pictureAddress: pictureAddress ?? null,
    links: (links ?? []).map(({ label, url }) => ({ label, url })),
  }))
}

const picturesOf = (payload: BasePayload): Promise<ExportPicture[]> =>
  query(
    payload,
    sql`select m.id, coalesce(m.original_name, m.filename) as name, m.original_sha256 as sha256,
          coalesce((select jsonb_object_agg(l._locale, l.alt) from media_locales l
            where l._parent_id = m.id and l.alt is not null), '{}'::jsonb) as alt
        from media m where m.original_sha256 is not null order by m.created_at, m.id`,
  )

/** Only a site with remark-math gives us formulas. */
async function usesMath(payload: BasePayload): Promise<boolean> {
  const [row] = await query<{ math: boolean }>(
    payload,
    sql`select exists (
      select 1 from articles_locales where body::text like '%"blockType": "math"%' or body::text like '%"blockType": "inlineMath"%'
    ) as math`,
  )
  return row?.math ?? false
}
