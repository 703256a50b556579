import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { published } from '@/publishing/published/sql'
import { intentOf } from '@/publishing/write/intent'
import type { Body } from '@/richtext/nodes'
import { type Mention, mentionsIn, type Named } from '../mentions'

/** Finds the mentions in a published article again. An unpublished article has none. */
export const keepMentionsOfArticle: CollectionAfterChangeHook = async ({ doc, req }) => {
  const { does, locale } = intentOf(req)
  if (does === 'save') return doc
  const place = { article: doc.id as string, locale }
  await queryInTransaction(
    req,
    sql`delete from mentions where article = ${place.article} and locale = ${locale}::_locales`,
  )
  if (does === 'publish') await store(req, place, mentionsIn(doc.body as Body, await allProjects(req)))
  return doc
}

/** Finds the mentions of a project in all published articles, if it goes online with other names than before. */
export const keepMentionsOfProject: CollectionAfterChangeHook = async ({ doc, req }) => {
  const names = [doc.name as string, ...((doc.aliases as string[] | null) ?? [])]
  // The names are not compared with the previous version, which may be a draft that had these names already.
  if (intentOf(req).does === 'save' || (await wereLookedFor(req, doc.id, names))) return doc
  await queryInTransaction(req, sql`delete from mentions where project = ${doc.id}`)
  // The database finds the articles whose text holds a name. `mentionsIn` then applies the exact rule.
  for (const name of names) {
    const written = JSON.stringify(name).slice(1, -1)
    const rows = await queryInTransaction<{ article: string; locale: Locale; body: Body }>(
      req,
      sql`select l._parent_id as article, l._locale as locale, l.body from articles_locales l
          where ${published('l')} and position(${written} in l.body::text) > 0`,
    )
    for (const { body, ...place } of rows) {
      const mentions = mentionsIn(body, [{ id: doc.id, name: doc.name, aliases: doc.aliases }])
      await store(req, place, mentions)
    }
  }
  return doc
}

/** Whether these are the names under which the project was looked for last. Remembers them if not. */
async function wereLookedFor(req: PayloadRequest, project: string, names: string[]): Promise<boolean> {
  const changed = await queryInTransaction(
    req,
    sql`insert into mentioned_names (project, names) values (${project}, ${JSON.stringify(names)}::jsonb)
        on conflict (project) do update set names = excluded.names
          where mentioned_names.names is distinct from excluded.names
        returning project`,
  )
  return changed.length === 0
}

const allProjects = (req: PayloadRequest): Promise<Named[]> =>
  queryInTransaction(
    req,
    sql`select p.id, p.name,
          coalesce((select json_agg(t.text) from projects_texts t where t.parent_id = p.id and t.path = 'aliases'), '[]') as aliases
        from projects p`,
  )

async function store(req: PayloadRequest, place: { article: string; locale: Locale }, mentions: Mention[]) {
  if (mentions.length === 0) return
  await queryInTransaction(
    req,
    sql`insert into mentions (article, locale, block_id, position, project, matched_text, passage)
        select ${place.article}, ${place.locale}::_locales, m."blockId", m.position, m.project, m."matchedText", m.passage
        from jsonb_to_recordset(${JSON.stringify(mentions)}::jsonb)
          as m("blockId" text, position integer, project uuid, "matchedText" text, passage text)
        on conflict do nothing`,
  )
}
