import { z } from 'zod'
import type { Item } from '../report'
import type { ReadFile } from '../site-file'
import { entriesFile } from './entries-file'

const tagsFormat = z.record(
  z.string(),
  z.looseObject({
    label: z.string().optional(),
    permalink: z.string().optional(),
    description: z.string().optional(),
  }),
)

/** The tags in a tags.yml by key, and the faults of the file. */
export type TagsFile = { tags: z.infer<typeof tagsFormat>; refused: Item[] }

export const isTagsFile = (path: string) => /(?:^|\/)tags\.ya?ml$/.test(path)

/** Reads a tags.yml. A broken one has no tags. */
export function tagsFile(file: ReadFile): TagsFile {
  const { entries, refused } = entriesFile(file, 'tags', tagsFormat)
  return { tags: entries ?? {}, refused }
}
