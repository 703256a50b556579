import { type Locale, locales } from '@/i18n/locales'
import { scalarText } from '../../../format/yaml/scalar-text'
import type { YamlPatch } from '../../../format/yaml/yaml-patch'
import type { ExportSite, KeptSiteFile } from '../export-plan'

export type SiteFileText = { path: string; bytes: Uint8Array }

/** The fields of an entry of authors.yml or tags.yml. A field may hold fields of its own. */
export type EntryFields = { [key: string]: string | EntryFields | undefined }

/** Adds an entry to authors.yml or tags.yml, in the style of the file. */
export function addEntry(patch: YamlPatch, key: string, fields: EntryFields, file: KeptSiteFile): void {
  const inFlow = /^\s*\{/.test(Buffer.from(file.bytes).toString('utf8'))
  const newline = Buffer.from(file.bytes).includes('\r\n') ? '\r\n' : '\n'
  const block = blockText(fields, '  ').map((line) => newline + line)
  patch.set([key], { written: inFlow ? flowText(fields) : block.join('') })
}

/** The text of a new authors.yml or tags.yml. */
export const entriesText = (entries: readonly (readonly [string, EntryFields])[]): string =>
  entries
    .map(([key, fields]) =>
      [`${keyText(key)}:`, ...blockText(fields, '  ')].map((line) => `${line}\n`).join(''),
    )
    .join('')

const keyText = (key: string) => scalarText(key, undefined, true)

function blockText(fields: EntryFields, indent: string): string[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    if (value === undefined) return []
    if (typeof value === 'string') return `${indent}${keyText(key)}: ${scalarText(value)}`
    const inside = blockText(value, `${indent}  `)
    return inside.length > 0 ? [`${indent}${keyText(key)}:`, ...inside] : []
  })
}

function flowText(fields: EntryFields): string {
  const inside = Object.entries(fields).flatMap(([key, value]) => {
    if (value === undefined) return []
    return `${keyText(key)}: ${typeof value === 'string' ? scalarText(value, undefined, true) : flowText(value)}`
  })
  return `{ ${inside.join(', ')} }`
}

/** The languages that read a file: its own, and with the file of the default language those without a file. */
export function readersOf(
  file: KeptSiteFile,
  { files, defaultLocale }: Pick<ExportSite, 'files' | 'defaultLocale'>,
  isSuch: (path: string) => boolean,
): Locale[] {
  const own = new Set(files.filter(({ path }) => isSuch(path)).map(({ locale }) => locale))
  return locales.filter(
    (locale) => locale === file.locale || (file.locale === defaultLocale && !own.has(locale)),
  )
}

/** The terms that posts of some languages name now. */
export const namedIn = <Term>(
  named: ReadonlyMap<Locale, Set<Term>>,
  languages: readonly Locale[],
): Term[] => [...new Set(languages.flatMap((locale) => [...(named.get(locale) ?? [])]))]

/** The bytes of a changed text. Without a change, the same bytes as before. */
export const changedBytes = (bytes: Uint8Array, before: string, after: string): Uint8Array =>
  before === after ? bytes : Buffer.from(after)
