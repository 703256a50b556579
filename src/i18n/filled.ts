/**
 * Fills the placeholders of a sentence that no translator fills, such as one of the admin panel. A placeholder without a
 * value stays: `filled('{{a}} of {{b}}', { a: 1 })` -> `'1 of {{b}}'`.
 */
export const filled = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
