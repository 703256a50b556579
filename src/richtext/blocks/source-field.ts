import type { TextareaField } from 'payload'

/**
 * A field for code or other source. Payload's own `code` field loads its editor from a third party's server. This one
 * is a plain text area in the admin panel's fixed-width font, which is set by a variable that the panel's style sheet
 * reads.
 */
export function sourceField(field: Omit<TextareaField, 'type' | 'hasMany'>): TextareaField {
  const style: Record<string, string> = { '--font-body': 'var(--font-mono)' }
  return { ...field, type: 'textarea', admin: { rows: 8, ...field.admin, style } }
}
