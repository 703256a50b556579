import type { CardKind } from '../http/request.ts'

/**
 * The layouts that an editor may choose for a document's card: the standard one of its kind, one with the summary,
 * one with the title alone, and one with initials in a round field.
 */
export const cardLayouts = ['standard', 'summary', 'title', 'emblem'] as const

export type CardLayout = (typeof cardLayouts)[number]

/** The layouts that each kind of document offers. Kinds without a choice are missing. */
export const layoutsOf = {
  article: ['standard', 'summary', 'title'],
  project: ['standard', 'title', 'emblem'],
} as const satisfies Partial<Record<CardKind, readonly CardLayout[]>>

/** The lines that a card may show beside its title. */
export type CardLine = 'label' | 'summary' | 'byline' | 'detail'

const everyLine: readonly CardLine[] = ['label', 'summary', 'byline', 'detail']

/**
 * Returns the lines that a card of this kind and layout shows beside its title. Other words do not count for the
 * card's key.
 */
export function linesOf(kind: CardKind, layout: CardLayout = 'standard'): readonly CardLine[] {
  if (layout === 'title') return []
  if (layout === 'emblem') return everyLine.filter((line) => line !== 'label')
  return kind === 'article' && layout === 'standard'
    ? everyLine.filter((line) => line !== 'summary')
    : everyLine
}
