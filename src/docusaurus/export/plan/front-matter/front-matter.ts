import type { SplitFile } from '../../../format/front-matter'
import { namedPost, ownSlug, segments } from '../../../format/post-path'
import type { ListItem } from '../../../format/yaml/list-edits'
import type { Written } from '../../../format/yaml/scalar-text'
import { YamlPatch } from '../../../format/yaml/yaml-patch'
import { dateOf } from '../../../import/post/post-date'
import type { ExportText } from '../export-plan'
import { bylinesOf } from './shared'

/** The fields that a post's front matter has to have now. */
type PresentFields = Pick<
  ExportText,
  'title' | 'slug' | 'description' | 'keywords' | 'publishedAt' | 'updatedAt' | 'unlisted' | 'draft'
> & {
  image: string | null
  /** Left out if they are as the file has them. */
  authors?: readonly ListItem[]
  tags?: readonly ListItem[]
}

type Change = (patch: YamlPatch) => void

/**
 * Patches the fields of a file's front matter that have changed. Every other byte stays.
 * @param relative the path of the file within the folder of its language, which may hold the date and the slug
 * @param contentTitle the title that Docusaurus takes from the text if the front matter has none
 */
export function patchedFrontMatter(
  split: SplitFile,
  present: PresentFields,
  { relative, contentTitle }: { relative: string; contentTitle: string | undefined },
): string {
  const changes = [
    ...titleChange(split, present, contentTitle),
    ...slugChange(split, present, relative),
    ...dateChanges(split, present, relative),
    ...wordChanges(split, present),
    ...listChanges(split, present),
    ...flagChanges(split, present),
  ]
  if (changes.length === 0) return split.frontMatterText
  const patch = new YamlPatch(split.yaml, split.document)
  for (const change of changes) change(patch)
  const start = split.frontMatterText.indexOf('\n') + 1
  const end = start + split.yaml.length
  return split.frontMatterText.slice(0, start) + patch.text + split.frontMatterText.slice(end)
}

const setting =
  (path: string[], value: string | boolean | Written): Change =>
  (patch) =>
    patch.set(path, value)

const removing =
  (...path: string[]): Change =>
  (patch) =>
    patch.remove(path)

function titleChange(
  { fields }: SplitFile,
  { title }: PresentFields,
  contentTitle: string | undefined,
): Change[] {
  const before = fields.title?.trim() || contentTitle
  return title && title !== before ? [setting(['title'], title)] : []
}

/** Our slug is the last segment of Docusaurus' address. The segments before it stay. */
function slugChange({ fields }: SplitFile, { slug }: PresentFields, relative: string): Change[] {
  const before = fields.slug ?? namedPost(relative).slug
  if (!slug || slug === ownSlug(before, 1)) return []
  const slash = before.startsWith('/') ? '/' : ''
  return [setting(['slug'], slash + [...segments(before).slice(0, -1), slug].join('/'))]
}

function dateChanges({ fields }: SplitFile, present: PresentFields, relative: string): Change[] {
  const { publishedAt, updatedAt } = present
  const date = fields.date ?? namedPost(relative).date
  const before = fields.last_update?.date
  const changes: Change[] = []
  if (publishedAt && (date === undefined || publishedAt !== dateOf(date, 1)))
    changes.push(setting(['date'], written(publishedAt)))
  if (updatedAt && (before === undefined || updatedAt !== dateOf(before, 1)))
    changes.push(setting(['last_update', 'date'], written(updatedAt)))
  if (!updatedAt && before !== undefined)
    changes.push(removing('last_update', ...(fields.last_update?.author === undefined ? [] : ['date'])))
  return changes
}

/** A date as short as Docusaurus takes it: `2024-05-11T00:00:00.000Z -> 2024-05-11`. */
export const written = (iso: string): Written => ({
  written: iso.replace(/T00:00:00\.000Z$/, '').replace(/\.000Z$/, 'Z'),
})

function wordChanges({ fields }: SplitFile, { description, image }: PresentFields): Change[] {
  return [
    ...wordChange('description', fields.description || null, description || null),
    ...wordChange('image', fields.image || null, image),
  ]
}

function wordChange(key: string, before: string | null, present: string | null): Change[] {
  if (present === before) return []
  return [present === null ? removing(key) : setting([key], present)]
}

function listChanges({ fields }: SplitFile, { keywords, authors, tags }: PresentFields): Change[] {
  const before = fields.keywords ?? []
  const changes: Change[] = []
  if (JSON.stringify(before) !== JSON.stringify(keywords))
    changes.push((patch) => patch.setList(['keywords'], keptItems(before, keywords)))
  if (tags) changes.push((patch) => patch.setList(['tags'], tags))
  if (authors) changes.push(...authorChanges(fields, authors))
  return changes
}

/** Changes the authors. Docusaurus refuses the older single author beside a list, so its fields go. */
function authorChanges(fields: SplitFile['fields'], authors: readonly ListItem[]): Change[] {
  if (fields.authors !== undefined || fields.author === undefined)
    return [(patch) => patch.setList(['authors'], authors)]
  const [{ name = '' } = {}] = bylinesOf(fields).filter((byline) => typeof byline !== 'string')
  const items = authors.map((item) =>
    typeof item === 'number' ? { written: `{ name: ${JSON.stringify(name)} }` } : item,
  )
  const older = ['author', 'author_title', 'author_url', 'author_image_url']
  return [...older.map((key) => removing(key)), (patch) => patch.setList(['authors'], items)]
}

/** The items of a list. Words that stay are the indexes of the items that they were. */
function keptItems(before: readonly string[], present: readonly string[]): ListItem[] {
  const free = new Set(before.keys())
  return present.map((word) => {
    const index = [...free].find((at) => before[at] === word)
    if (index === undefined) return word
    free.delete(index)
    return index
  })
}

function flagChanges({ fields }: SplitFile, present: PresentFields): Change[] {
  return (['unlisted', 'draft'] as const).flatMap((flag) =>
    (fields[flag] ?? false) === present[flag] ? [] : [setting([flag], present[flag])],
  )
}
