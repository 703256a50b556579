/** Markdown's marks with their bits in Lexical's format (nodes.ts). Code is a leaf, not a mark. */
const bits = { strong: 1, emphasis: 2, delete: 4, u: 8, sub: 32, sup: 64 } as const

export type Mark = keyof typeof bits

export const codeBit = 16

/** The default order from the outside in: `***x***` is an emphasis that holds a strong. */
export const marksInOrder = ['emphasis', 'strong', 'delete', 'u', 'sub', 'sup'] as const satisfies Mark[]

export const isMark = (value: unknown): value is Mark =>
  typeof value === 'string' && Object.hasOwn(bits, value)

export const bitsOf = (marks: readonly Mark[]) => marks.reduce((sum, mark) => sum | bits[mark], 0)

export const marksOf = (format: number): Mark[] => marksInOrder.filter((mark) => (format & bits[mark]) !== 0)
