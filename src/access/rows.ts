import type { FieldHook } from 'payload'
import { member } from './roles'

type Row = { id?: string | null; [field: string]: unknown }

/**
 * For a list that all languages share and whose rows hold localized texts. A translator may write those texts, and may
 * not add, remove or change anything else. An access rule on the list itself would block the texts too.
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
