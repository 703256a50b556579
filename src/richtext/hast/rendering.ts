import type { ElementContent } from 'hast'
import type { Picture } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import type { BodyWords } from '../editor/words'
import type { BodyHeading } from '../headings'
import type { BlockFields, Body, HeadingNode, LexicalNode } from '../nodes'

export type BodyOptions = {
  locale: Locale
  /** The article's title. A first-level heading that repeats it is left out. */
  title?: string
  /**
   * Returns the picture for a reference: the `picture` of a block (a media document or its id), or an address on this
   * site as its author wrote it. Returns undefined when there is no such picture.
   */
  pictureOf?: (reference: unknown) => Picture | undefined
  /** Returns the address of an article or project that a link names, or undefined when readers cannot open it. */
  hrefOf?: (document: { relationTo: string; value: unknown }) => string | undefined
  /** Makes a body of Markdown, to show raw blocks that hold Markdown and no HTML. Without it they get a note. */
  bodyOf?: (markdown: string) => Body | undefined
  /** Highlighted code by block. Code that is missing here stays plain. */
  highlights?: CodeHighlights
  /** True for feeds: formulas stay as they were written, because most feed readers drop MathML. */
  forFeed?: boolean
}

/** The highlighted content of `code`, by the fields of its block. */
export type CodeHighlights = ReadonlyMap<BlockFields['code'], ElementContent[]>

/** The state that the parts of one rendering share. */
export type Rendering = {
  options: BodyOptions
  words: BodyWords
  blocks: (nodes: LexicalNode[]) => ElementContent[]
  inline: (nodes: LexicalNode[]) => ElementContent[]
  headings: ReadonlyMap<HeadingNode, BodyHeading>
  footnotes: Footnotes
  /** How many tables have been rendered. Each table's region needs a name of its own. */
  tables: number
  /** How many characters of formulas have been rendered. */
  formulas: number
}

export type Footnotes = {
  /** The texts of footnotes by label, in the order of the body. */
  definitions: Map<string, LexicalNode[]>
  /** Labels in the order of their first reference, each with the number of references so far. */
  references: Map<string, number>
}
