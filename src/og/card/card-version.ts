import type { Brand, CardWords } from './card.ts'
import { cardKey, drawingRevision, versionOf } from './card-key.ts'
import { safeBrand, safeWords } from './safe-words.ts'

const root = /* turbopackIgnore: true */ process.cwd()
let revision: string | undefined

/** What stands in a card's address as `v`, without drawing it. */
export function cardVersion(words: CardWords, brand: Brand): string {
  revision ??= drawingRevision(root)
  const safe = safeBrand(brand)
  return versionOf(cardKey(safeWords(words, safe), safe, revision))
}
