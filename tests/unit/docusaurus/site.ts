import { fileURLToPath } from 'node:url'
import type { SiteFile } from '@/docusaurus/format/site-file'
import type { ImportPlan } from '@/docusaurus/import/plan/import-plan'
import type { PlanOptions } from '@/docusaurus/import/plan/plan'
import { planImport } from '@/docusaurus/import/plan/plan'

/** The path of a folder in tests/fixtures/docusaurus. */
export const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/docusaurus/${name}`, import.meta.url))

/** Makes files of texts by their paths. */
export const filesOf = (texts: Record<string, string>): SiteFile[] =>
  Object.entries(texts).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))

export const planOfTexts = (texts: Record<string, string>, options: PlanOptions = {}): ImportPlan =>
  planImport(filesOf(texts), options)

/** A post with these lines of front matter and this body. */
export const post = (fields: string, body = 'Words.') => `---\n${fields}\n---\n\n${body}\n`

/** The path of a post of 1 January 2024 in English, and in Indonesian. */
export const en = (name: string) => `blog/2024-01-01-${name}.md`
export const id = (name: string) => `i18n/id/docusaurus-plugin-content-blog/2024-01-01-${name}.md`

export const codes = (items: { file: string; line: number; code: string }[]) =>
  items.map(({ file, line, code }) => `${file}:${line} ${code}`)
