import { inEachLanguage } from '../editor/words'
import type { BlockFields, InlineBlockFields } from '../nodes'

/** Returns the names of a block in the editor's menus, in each language. */
export const labelsOf = (slug: keyof BlockFields | keyof InlineBlockFields) => ({
  singular: inEachLanguage((words) => words.blocks[slug].singular),
  plural: inEachLanguage((words) => words.blocks[slug].plural),
})
