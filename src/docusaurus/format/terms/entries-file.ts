import type { z } from 'zod'
import { fileText } from '../file-text'
import { Refusal } from '../refusal'
import type { Item } from '../report'
import type { ReadFile } from '../site-file'
import { yamlDocument } from '../yaml/yaml-document'

/**
 * Reads a YAML file of entries by key, such as authors.yml. A broken file has no entries, and its fault is an item of
 * the report.
 * @param kind what the entries are, in the plural; the code of a fault is `invalid-` and this word
 */
export function entriesFile<Entries extends object>(
  { path, bytes }: ReadFile,
  kind: 'authors' | 'tags',
  format: z.ZodType<Entries>,
): { entries: Entries | undefined; refused: Item[] } {
  try {
    const { value, lineOf } = yamlDocument(fileText(bytes))
    const result = format.safeParse(value ?? {})
    if (result.success) return { entries: result.data, refused: [] }
    const [issue] = result.error.issues
    throw new Refusal(
      `invalid-${kind}`,
      lineOf(String(issue?.path[0] ?? '')),
      `Expected ${kind} by key: ${issue?.message ?? 'it has the wrong shape'}.`,
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { line, code, message } = error
    return { entries: undefined, refused: [{ file: path, line, code, message }] }
  }
}
