import type { BasePayload } from 'payload'
import { query, type Run, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { listed } from '@/publishing/published/sql'
import { analysisVersion } from './analysis/entry'
import { learnWords } from './learn-words'
import { writeEntry } from './write-entry'

/** Indexes published texts that were never indexed, or by an older analysis. Returns how many entries it made. */
export async function catchUp(payload: BasePayload, onProgress: (step: string) => void): Promise<number> {
  const missing = await query<{ article: string; locale: Locale }>(
    payload,
    sql`select l._parent_id as article, l._locale as locale
        from articles_locales l left join search_entries e on e.article = l._parent_id and e.locale = l._locale
        where ${listed('l')} and e.version is distinct from ${analysisVersion}
        order by 1, 2`,
  )
  // Another analysis may give different stems to the same words.
  const [outdated] = await query(
    payload,
    sql`select 1 from search_entries where version <> ${analysisVersion} limit 1`,
  )
  if (outdated) await query(payload, sql`truncate search_entries, search_words`)
  if (missing.length > 0) onProgress(`Indexing ${missing.length} texts for the search`)
  const run: Run = (statement) => query(payload, statement)
  for (const place of missing)
    await writeEntry(run, place).catch((error: unknown) =>
      // One text that cannot be read must not keep the server from starting.
      payload.logger.error({ err: error, msg: `The article ${place.article} is left out of the search.` }),
    )
  await learnWords(payload)
  return missing.length
}

/** Empties the whole index and makes it again. */
export async function rebuild(payload: BasePayload, onProgress: (step: string) => void): Promise<number> {
  await query(payload, sql`truncate search_entries, search_words`)
  return catchUp(payload, onProgress)
}
