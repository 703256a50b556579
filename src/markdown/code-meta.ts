/** What follows a fence's language: the title that Docusaurus shows over the code, and the rest. */
export type CodeMeta = { title?: string; meta?: string }

const titled = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)')/

/** Splits a fence's meta string: `title="x.ts" {1,3}` is the title x.ts and the meta {1,3}. */
export function codeMeta(meta: string | null | undefined): CodeMeta {
  if (!meta) return {}
  const found = titled.exec(meta)
  if (!found) return { meta }
  const rest = `${meta.slice(0, found.index)}${meta.slice(found.index + found[0].length)}`.trim()
  return { title: found[1] ?? found[2] ?? '', ...(rest ? { meta: rest } : {}) }
}

/** The inverse, in one order: the title first. */
export function metaString({ title, meta }: CodeMeta): string | null {
  const quote = title?.includes('"') ? "'" : '"'
  return [title ? `title=${quote}${title}${quote}` : '', meta ?? ''].filter(Boolean).join(' ') || null
}
