import type { CardLine } from './card-layouts.ts'

/** What an editor wants to know of a card before it is shared. */
export type Remarks = {
  /** What was too long and ends in an ellipsis. */
  shortened: ('title' | CardLine)[]
  /** Characters that no font has, and that are left out. */
  missing: string[]
}
