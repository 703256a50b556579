import type { BasePayload } from 'payload'
import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import type { ExportText } from '../../export/plan/export-plan'
import { placeOf } from '../../export/plan/places'
import { blogFolder } from '../../format/post-path'
import type { Item } from '../../format/report'
import { textsInOrder } from '../plan/article-texts'
import type { PlannedArticle } from '../plan/import-plan'
import { textName } from './unchanged'

/** The articles of a plan that were written here, exported, and now come back. */
type WrittenHere = {
  /** Their ids here, by the import paths that an export gave them. */
  ids: ReadonlyMap<string, string>
  /** The number of their files that are as an export wrote them, so that there is nothing to take. */
  unchanged: number
  /** Their other files. No import brought the article, so nothing tells whether the file or the article has changed. */
  refused: Item[]
}

/**
 * Finds the articles that were written here among those that no import has brought. Such an article has a file at the
 * place that an export gives it by its date and slug, and that file has the very bytes of an export.
 * @param exported the files that are as an export wrote them
 */
export async function writtenHere(
  payload: BasePayload,
  articles: readonly PlannedArticle[],
  exported: ReadonlySet<string>,
): Promise<WrittenHere> {
  const found = { ids: new Map<string, string>(), unchanged: 0, refused: [] as Item[] }
  // Most sites were never exported from here, so the query below is not needed.
  const files = articles.flatMap((article) => textsInOrder(article).map(([, { file }]) => file))
  if (!files.some((file) => exported.has(file))) return found
  const here = await textsHere(payload)
  for (const article of articles) {
    const texts = textsInOrder(article).map(([locale, { file }]) => ({
      file,
      id: exported.has(file) ? here.get(textName(article.importPath, locale)) : undefined,
    }))
    const id = texts.find((text) => text.id)?.id
    if (!id) continue
    found.ids.set(article.importPath, id)
    found.unchanged += texts.filter((text) => text.id).length
    found.refused.push(...texts.filter((text) => !text.id).map(saysSomethingElse))
  }
  return found
}

const saysSomethingElse = ({ file }: { file: string }): Item => ({
  file,
  line: 1,
  code: 'written-here',
  message:
    'Expected what its article says, which was written here and so is changed by no file; found something else. ' +
    'Write here what this file says.',
})

type TextHere = Pick<ExportText, 'title' | 'slug' | 'publishedAt'> & { locale: Locale }

type ArticleHere = { id: string; createdAt: Date | string; texts: TextHere[] }

/** The ids of articles that were written here, by the languages and places in which an export may write their texts. */
async function textsHere(payload: BasePayload): Promise<Map<string, string>> {
  // An export writes either the newest words or those that readers see, so both are asked for.
  const articles = await query<ArticleHere>(
    payload,
    sql`select a.id, a.created_at as "createdAt", jsonb_agg(t) as texts
        from articles a, lateral (
          select l._locale as locale, l.title, l.slug, l.published_at as "publishedAt"
          from articles_locales l where l._parent_id = a.id
          union
          select l._locale, l.version_title, l.version_slug, l.version_published_at
          from _articles_v v join _articles_v_locales l on l._parent_id = v.id
          where v.parent_id = a.id and v.latest
        ) t
        where a.import_path is null and t.title <> ''
        group by a.id order by a.created_at, a.id`,
  )
  const found = new Map<string, string>()
  for (const article of articles) {
    for (const place of article.texts.flatMap((text) => placesOf(article, text))) {
      for (const { locale } of article.texts) {
        const name = textName(`${blogFolder}/${place}`, locale)
        // If two articles have one place, the older one keeps it.
        if (!found.has(name)) found.set(name, article.id)
      }
    }
  }
  return found
}

/** The places where an export may put the article of this text: with and without another article at its place. */
function placesOf({ id, createdAt }: ArticleHere, { locale, publishedAt, ...words }: TextHere): string[] {
  const article = {
    id,
    importPath: null,
    sourceLocale: locale,
    createdAt: new Date(createdAt).toISOString(),
    texts: { [locale]: { ...words, publishedAt: publishedAt && new Date(publishedAt).toISOString() } },
  }
  const place = placeOf(article, new Set())
  return [place, placeOf(article, new Set([place]))]
}
