import type { Endpoint, Payload } from 'payload'
import { member } from '@/access/roles'
import { query, sql } from '@/database/query'
import { byLocale, isLocale, type Locale } from '@/i18n/locales'
import type { Publishable, PublishedCollection } from './publishables/publishable'
import { publishables } from './publishables/publishables'
import { tablesOf } from './publishables/tables'
import { published } from './published/sql'

/** The state of one language of a document. `changed` is online and has a newer draft. */
export type LanguageState = 'published' | 'changed' | 'draft' | 'empty'

/** Returns whether a language is online and has no newer draft. */
export const newestIsOnline = (states: LanguageStates | undefined, locale: Locale): boolean =>
  states?.[locale].state === 'published'

/** The state of each language, its newest title, and the last part of its address while it is online. */
export type LanguageStates = Record<
  Locale,
  { state: LanguageState; title: string | null; slug: string | null }
>

type Row = { id: string; locale: string } & LanguageStates[Locale]

const nothing = (): LanguageStates => byLocale(() => ({ state: 'empty', title: null, slug: null }))

/**
 * Reads the states of many documents in one query. It reads the tables, since a document from Payload holds only one
 * language, and either its published words or its draft.
 */
export async function languageStates(
  payload: Pick<Payload, 'db'>,
  collection: PublishedCollection,
  ids: readonly string[],
): Promise<Map<string, LanguageStates>> {
  const rows =
    ids.length === 0 ? [] : await query<Row>(payload, statesStatement(publishables[collection], ids))
  const states = new Map<string, LanguageStates>()
  for (const { id, locale, ...language } of rows) {
    const document = states.get(id) ?? nothing()
    if (isLocale(locale)) document[locale] = language
    states.set(id, document)
  }
  return states
}

const anyOf = (ids: readonly string[]) =>
  sql`(${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`

function statesStatement({ collection, title, slug, words }: Publishable, ids: readonly string[]) {
  const { documents, languages, versions, languagesOfVersions } = tablesOf(collection)
  const name = title.localized ? writtenIn(title.field) : sql`document.${sql.identifier(title.field)}`
  const address = slug.localized ? sql`online.slug` : sql`document.slug`
  return sql`
    select document.id, language.locale, nullif(${name}, '') as title,
           case when ${published('online')} then ${address} end as slug,
           case when ${published('online')} and written.version__status = 'draft' then 'changed'
                when ${published('online')} then 'published'
                when ${isBegun(words)} then 'draft'
                else 'empty' end as state
      from ${documents} document
      cross join unnest(enum_range(null::_locales)) as language(locale)
      left join ${languages} online on online._parent_id = document.id and online._locale = language.locale
      left join ${versions} newest on newest.parent_id = document.id and newest.latest
      left join ${languagesOfVersions} written
        on written._parent_id = newest.id and written._locale = language.locale
     where document.id in ${anyOf(ids)}`
}

/** The condition that somebody has begun to write a language. */
const isBegun = ({ text, richText }: Publishable['words']) =>
  sql.join(
    [
      ...text.map((field) => sql`coalesce(${writtenIn(field)}, '') <> ''`),
      ...richText.map(
        (field) => sql`jsonb_path_exists(${writtenIn(field)},
          '$.root.children[*] ? (@.type != "paragraph" || @.children.size() > 0)')`,
      ),
    ],
    sql` or `,
  )

const writtenIn = (field: string) => sql`written.${sql.identifier(`version_${field}`)}`

/** `GET /api/{collection}/{id}/languages`, which the document's view reads again after each save. */
export const languagesEndpoint = (collection: PublishedCollection): Endpoint => ({
  path: '/:id/languages',
  method: 'get',
  handler: async (req) => {
    if (!member({ req })) return Response.json({ message: req.t('error:unauthorized') }, { status: 401 })
    const id = String(req.routeParams?.id)
    const known = await req.payload.count({
      collection,
      where: { id: { equals: id } },
      req,
      overrideAccess: false,
    })
    if (known.totalDocs === 0) return Response.json({ message: req.t('error:notFound') }, { status: 404 })
    const states = await languageStates(req.payload, collection, [id])
    return Response.json(states.get(id) ?? nothing())
  },
})
