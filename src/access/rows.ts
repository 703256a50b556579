import type { FieldHook } from 'payload'
import { member } from './roles'

type Row = { id?: string | null; [field: string]: unknown }

/**
 * For a list that languages share, with texts in its rows: a translator writes those texts, and adds, removes or
 * changes nothing else. Access to the list itself would keep the texts from them as well.
 *
 * @param texts the localized fields of a row.
 */
export const translatorsWrite =
  (...texts: string[]): FieldHook =>
  ({ previousValue, req, value }) => {
    if (value === undefined || member({ req })?.role !== 'translator') return value
    const sent = new Map(((value ?? []) as Row[]).map((row) => [row.id, row]))
    return ((previousValue ?? []) as Row[]).map((row) => {
      const translated = Object.entries(sent.get(row.id) ?? {}).filter(([field]) => texts.includes(field))
      return { ...row, ...Object.fromEntries(translated) }
    })
  }
