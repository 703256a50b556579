import type { BasePayload } from 'payload'
import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import { absolute } from '@/site/absolute'
import { hrefFor } from '@/site/hrefs'
import { isAuthorsFile } from '../../format/terms/authors-file'
import { isTagsFile } from '../../format/terms/tags-file'
import { authorsHere } from '../../import/apply/terms/authors'
import { knownTags } from '../../import/apply/terms/tags'
import type { ExportAuthor, ExportPicture, ExportSite, KeptSiteFile } from '../plan/export-plan'
import { importedDefaultLocale, placesOf } from '../plan/places'
import { articleRows, type Choice } from './articles'
import { keptBytesAt, type SourceRow, sourceRows } from './kept-files'

/** The words to export, the default language where it was asked for, and the origin of our own site. */
export type SiteChoice = Choice & { defaultLocale: Locale | undefined; siteUrl: string }

/** Reads what all posts share, and the ids of the articles to export, in order. Bodies are read later. */
export async function readSiteToExport(
  payload: BasePayload,
  choice: SiteChoice,
): Promise<{ site: ExportSite; ids: string[]; sources: SourceRow[] }> {
  const [sources, articles, authors, tags, pictures, projects, math] = await Promise.all([
    sourceRows(payload),
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
  const posts = sources.filter(({ importPath }) => importPath !== null)
  const others = sources.filter(({ importPath }) => importPath === null)
  return {
    sources,
    ids: articles.map(({ id }) => id),
    site: {
      defaultLocale: choice.defaultLocale ?? importedDefaultLocale(posts),
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
    // Read with `locale: 'all'`, which Payload's types do not know.
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

/** Whether the site uses remark-math. Only then an import finds formulas. */
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
