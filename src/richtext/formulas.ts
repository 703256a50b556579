import { descendants, rootChildren } from './children'
import type { Body } from './nodes'

const kinds: readonly string[] = ['math', 'inlineMath']

/** True when a body holds formulas. Only then can a dollar sign be more than a price. */
export const holdsFormulas = (body: Body): boolean =>
  [...descendants(rootChildren(body))].some(
    (node) => (node.type === 'block' || node.type === 'inlineBlock') && kinds.includes(node.fields.blockType),
  )
