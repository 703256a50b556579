import { isLocale, type Locale, locales } from '@/i18n/locales'
import { sanitizeTitle } from '../card/sanitize.ts'

/** The kinds of pages that a card can be about. */
const cardKinds = ['article', 'project', 'tag', 'author', 'site'] as const

export type CardKind = (typeof cardKinds)[number]

/** The kinds that belong to one document. */
export type DocumentKind = Exclude<CardKind, 'site'>

/**
 * A card's address in normal form: a title as written, a document's own card, or the site's card. `version` is
 * carried as it came and does not change the picture. `written` is the title before it was cleaned.
 */
export type CardRequest = { locale?: Locale; version?: string } & (
  | { of: 'title'; kind: CardKind; title: string; written: string }
  | { of: 'document'; kind: DocumentKind; id: string }
  | { of: 'site' }
)

export type CardRequestResult = { ok: true; request: CardRequest } | { ok: false; reason: string }

const parameters = ['title', 'locale', 'kind', 'id', 'v', 'sig'] as const
const token = /^[A-Za-z0-9_-]{1,64}$/

/**
 * Parses a card's address. Only `title`, `locale`, `kind`, `id`, `v` and `sig` are read; everything else, such as
 * tracking parameters, is ignored. The reason of a refusal is a sentence for the author of the address.
 */
export function parseCardRequest(search: URLSearchParams): CardRequestResult {
  for (const name of parameters) {
    const times = search.getAll(name).length
    if (times > 1) return refused(`\`${name}\` was given ${times} times: give it once.`)
  }
  const locale = search.get('locale') || undefined
  if (locale !== undefined && !isLocale(locale)) return unknown('locale', locale, locales)
  const kind = search.get('kind') || undefined
  if (kind !== undefined && !isCardKind(kind)) return unknown('kind', kind, cardKinds)
  for (const name of ['id', 'v', 'sig'] as const) {
    const value = search.get(name)
    if (value && !token.test(value)) {
      return refused(
        `\`${name}\` is ${quoted(value)}: expected 1 to 64 letters, digits, hyphens or underscores.`,
      )
    }
  }
  const common = {
    ...(locale && { locale }),
    ...(search.get('v') && { version: search.get('v') ?? '' }),
  }
  const title = search.get('title')
  const id = search.get('id')
  if (id) {
    if (title !== null) return refused('Both `title` and `id` were given: give one of them.')
    if (!kind || kind === 'site') {
      return refused(
        `\`id\` needs a \`kind\`: one of ${cardKinds.filter((one) => one !== 'site').join(', ')}.`,
      )
    }
    return { ok: true, request: { ...common, of: 'document', kind, id } }
  }
  const words = title === null ? undefined : sanitizeTitle(title)
  if (title === null || words === undefined) return { ok: true, request: { ...common, of: 'site' } }
  const request = { ...common, of: 'title' as const, kind: kind ?? 'site', title: words, written: title }
  return { ok: true, request }
}

const isCardKind = (value: string): value is CardKind => cardKinds.some((kind) => kind === value)

const refused = (reason: string): CardRequestResult => ({ ok: false, reason })

const unknown = (name: string, value: string, known: readonly string[]) =>
  refused(`Unknown ${name} ${quoted(value)}: expected one of ${known.join(', ')}.`)

const quoted = (value: string) => JSON.stringify(value.slice(0, 40))
