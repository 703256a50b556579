import type { TextareaField } from 'payload'

/**
 * A field for text of a machine's language. Payload's own `code` field loads its editor from a third party's
 * server; this one is a plain text area, set in the admin panel's fixed-width face by the variable that its
 * style sheet reads.
 */
export function sourceField(field: Omit<TextareaField, 'type' | 'hasMany'>): TextareaField {
  const style: Record<string, string> = { '--font-body': 'var(--font-mono)' }
  return { ...field, type: 'textarea', admin: { rows: 8, ...field.admin, style } }
}
