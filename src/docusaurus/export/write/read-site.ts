import type { BasePayload } from 'payload'
import { query, sql } from '@/database/query'
import { type Locale, locales } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import { absolute } from '@/site/absolute'
import { hrefFor } from '@/site/hrefs'
import { authorsHere } from '../../import/apply/authors'
import { knownTags } from '../../import/apply/tags'
import { isAuthorsFile } from '../plan/authors'
import type {
  ExportArticle,
  ExportAuthor,
  ExportPicture,
  ExportSite,
  KeptSiteFile,
} from '../plan/export-plan'
import { placeOf } from '../plan/new-post'
import { isTagsFile } from '../plan/tags'
import { articleRows, type Choice } from './read-articles'

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

/** A file that was imported, without its bytes. */
export type SourceRow = { path: string; locale: Locale | null; importPath: string | null; sha256: string }

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
  const authors = await authorsHere(payload)
  return authors.map(({ id, slug, name, title, biography, picture, pictureAddress, links }) => ({
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
      select 1 from articles_locales
      where body::text like '%"blockType": "math"%' or body::text like '%"blockType": "inlineMath"%'
    ) as math`,
  )
  return row?.math ?? false
}
