import type { CardKind } from '../http/request.ts'

/**
 * How an editor may lay out a document's card: as its kind is, with the summary, with the title alone, or with initials
 * in a round field.
 */
export const cardLayouts = ['standard', 'summary', 'title', 'emblem'] as const

export type CardLayout = (typeof cardLayouts)[number]

/** The choices for each kind of document that has one. */
export const layoutsOf = {
  article: ['standard', 'summary', 'title'],
  project: ['standard', 'title', 'emblem'],
} as const satisfies Partial<Record<CardKind, readonly CardLayout[]>>

/** What a card may say beside its title. */
export type CardLine = 'label' | 'summary' | 'byline' | 'detail'

const everyLine: readonly CardLine[] = ['label', 'summary', 'byline', 'detail']

/** What a card of a kind and layout says beside its title: what it does not say is no part of its address. */
export function linesOf(kind: CardKind, layout: CardLayout = 'standard'): readonly CardLine[] {
  if (layout === 'title') return []
  if (layout === 'emblem') return everyLine.filter((line) => line !== 'label')
  return kind === 'article' && layout === 'standard'
    ? everyLine.filter((line) => line !== 'summary')
    : everyLine
}
