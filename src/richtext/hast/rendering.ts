import type { ElementContent } from 'hast'
import type { Picture } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import type { BodyWords } from '../editor/words'
import type { BodyHeading } from '../headings'
import type { BlockFields, Body, HeadingNode, LexicalNode } from '../nodes'

export type BodyOptions = {
  locale: Locale
  /** The article's title: a heading of the first level that repeats it is left out. */
  title?: string
  /**
   * The picture behind a reference: what a block holds as `picture` (a media document or its id), or an address
   * on this site as its author wrote it. Nothing where there is none.
   */
  pictureOf?: (reference: unknown) => Picture | undefined
  /** The address of an article or project that a link names. Nothing where a reader cannot open it. */
  hrefOf?: (document: { relationTo: string; value: unknown }) => string | undefined
  /** A body made of Markdown, to show raw blocks that hold Markdown and no HTML. They get a note without it. */
  bodyOf?: (markdown: string) => Body | undefined
  /** Code with its parts marked. What is not among it is plain. */
  highlights?: CodeHighlights
  /**
   * For a reader of feeds: formulas stay as they were written, since most such programs drop what they would become.
   */
  forFeed?: boolean
}

/** The inside of `code` by the fields of its block. */
export type CodeHighlights = ReadonlyMap<BlockFields['code'], ElementContent[]>

/** What the parts of one rendering share. */
export type Rendering = {
  options: BodyOptions
  words: BodyWords
  blocks: (nodes: LexicalNode[]) => ElementContent[]
  inline: (nodes: LexicalNode[]) => ElementContent[]
  headings: ReadonlyMap<HeadingNode, BodyHeading>
  footnotes: Footnotes
  /** How many tables have been shown: each region needs a name of its own. */
  tables: number
  /** How many characters of formulas have been set. */
  formulas: number
}

export type Footnotes = {
  /** The texts by label, as the body defines them. */
  definitions: Map<string, LexicalNode[]>
  /** Labels in the order of their first reference, each with the number of references so far. */
  references: Map<string, number>
}

/** Fills `{{name}}` in a word of the catalogue. */
export const filled = (word: string, values: Record<string, string | number>): string =>
  word.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
