import { descendants, rootChildren } from './children'
import type { Body } from './nodes'

const kinds: readonly string[] = ['math', 'inlineMath']

/** Whether a body holds formulas: only then is a dollar more than a price. */
export const holdsFormulas = (body: Body): boolean =>
  [...descendants(rootChildren(body))].some(
    (node) => (node.type === 'block' || node.type === 'inlineBlock') && kinds.includes(node.fields.blockType),
  )
