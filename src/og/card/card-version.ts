import type { Brand, CardWords } from './card.ts'
import { cardKey, drawingRevision, versionOf } from './card-key.ts'
import { safeBrand, safeWords } from './safe-words.ts'

const root = /* turbopackIgnore: true */ process.cwd()
let revision: string | undefined

/** Returns the `v` of a card's address without drawing the card. */
export function cardVersion(words: CardWords, brand: Brand): string {
  revision ??= drawingRevision(root)
  const safe = safeBrand(brand)
  return versionOf(cardKey(safeWords(words, safe), safe, revision))
}
