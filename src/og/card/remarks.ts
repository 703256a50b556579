import type { CardLine } from './card-layouts.ts'

/** Remarks for an editor about a card, shown before the card is shared. */
export type Remarks = {
  /** The lines that were too long and end in an ellipsis. */
  shortened: ('title' | CardLine)[]
  /** The characters that no font has. The card leaves them out. */
  missing: string[]
}
