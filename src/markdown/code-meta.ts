/** The text after a fence's language, split into the title that Docusaurus shows above the code and the rest. */
export type CodeMeta = { title?: string | undefined; meta?: string | undefined }

const titled = /(^|\s)title=(?:"([^"]*)"|'([^']*)')/

/**
 * Splits a fence's meta string: 'title="x.ts" {1,3}' -> { title: 'x.ts', meta: '{1,3}' }. When the title is not the
 * first part, `meta` keeps the whole string, so that `metaString` can put the title back in its place.
 */
export function codeMeta(meta: string | null | undefined): CodeMeta {
  if (!meta) return {}
  const found = titled.exec(meta)
  if (!found) return { meta }
  const title = found[2] ?? found[3] ?? ''
  const rest = meta.slice(found.index + found[0].length).trim()
  const split = { title, ...(rest ? { meta: rest } : {}) }
  return metaString(split) === meta ? split : { title, meta }
}

/** The inverse of `codeMeta`. The title from the form replaces a title inside the meta string. */
export function metaString({ title, meta }: CodeMeta): string | null {
  const quote = title?.includes('"') ? "'" : '"'
  const written = title ? `title=${quote}${title}${quote}` : ''
  const found = meta === undefined ? undefined : titled.exec(meta)
  if (meta === undefined || !found) return [written, meta ?? ''].filter(Boolean).join(' ') || null
  if ((found[2] ?? found[3]) === title) return meta
  return meta.replace(titled, (_, before: string) => (written ? before + written : '')).trim() || null
}
