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

/** Articles of a plan that were written here, exported, and are imported into the CMS that they come from. */
type WrittenHere = {
  /** What they are here, by the import path that an export gave them. */
  ids: ReadonlyMap<string, string>
  /** How many of their files are as an export wrote them: there is nothing to take from those. */
  unchanged: number
  /** The others. No import brought the article, so that nothing tells whether file or article has changed. */
  refused: Item[]
}

/**
 * Finds the articles that were written here among those that no import has brought. One is known by the place that an
 * export gives it, which its date and its address make, and by a file there that has the very bytes of an export.
 * @param exported the files that are as an export wrote them
 */
export async function writtenHere(
  payload: BasePayload,
  articles: readonly PlannedArticle[],
  exported: ReadonlySet<string>,
): Promise<WrittenHere> {
  const found = { ids: new Map<string, string>(), unchanged: 0, refused: [] as Item[] }
  // Most imports are of a site that was never exported from here.
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

/** The ids of articles that were written here, by the places and languages in which an export may write their texts. */
async function textsHere(payload: BasePayload): Promise<Map<string, string>> {
  // An export writes the newest words or those that readers see.
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
        // Of two at one place the older has it.
        if (!found.has(name)) found.set(name, article.id)
      }
    }
  }
  return found
}

/** Where an export that begins with this text puts its article: alone at that place, or beside another. */
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
