/** A shown text that was found in a catalogue. */
export type Match = { shown: string; text: string }

/**
 * Returns a function that finds texts of one language among the texts shown in another. Texts that both languages
 * share, such as "Status", are ignored. A text with placeholders is looked for only if it has at least two words of
 * its own.
 */
export function foreignTexts({
  foreign,
  own,
  reviewed,
}: {
  foreign: Iterable<string>
  own: Iterable<string>
  /** Texts that are allowed. Each has a reason on record. */
  reviewed: ReadonlySet<string>
}): (shown: readonly string[]) => Match[] {
  const known = new Set([...own].flatMap(pieces).map(folded))
  const plain = new Map<string, string>()
  const patterns: [RegExp, string][] = []
  for (const text of foreign) {
    for (const piece of pieces(text)) {
      if (known.has(folded(piece))) continue
      if (!piece.includes('{{')) plain.set(folded(piece), text)
      else if (wordsIn(piece.replace(/\{\{.*?\}\}/g, ' ')) >= 2) patterns.push([patternOf(piece), text])
    }
  }
  const textOf = (shown: string) =>
    plain.get(folded(shown)) ?? patterns.find(([pattern]) => pattern.test(shown))?.[1]
  return (shown) =>
    [...new Set(shown)].flatMap((each) => {
      const text = reviewed.has(each) ? undefined : textOf(each)
      return text === undefined ? [] : [{ shown: each, text }]
    })
}

/**
 * Returns keys that are shown instead of a translation: `general:save`, `version:status`, or one of ours in
 * brackets.
 */
export const bareKeys = (shown: readonly string[]): string[] =>
  shown.filter(
    (text) =>
      /(?:^|\s)[a-z][A-Za-z]+:[a-z]\w*(?:[.:]\w+)*(?:$|\s)/.test(text) || /^\[\w+(?:[.:]\w+)+\]$/.test(text),
  )

const englishWords =
  /\b(?:the|of|to|and|is|are|your|this|with|from|for|not|you|by|add|close|create|drag|insert|press)\b/i

/**
 * Returns English phrases that are in no catalogue. Single words are ignored, because they may be names or the same
 * in Indonesian.
 */
export const strayEnglish = (shown: readonly string[], reviewed: ReadonlySet<string>): string[] =>
  [...new Set(shown)].filter((text) => text.includes(' ') && englishWords.test(text) && !reviewed.has(text))

/** Splits a text at its elements, because Payload renders `Delete <1>{{title}}</1>?` as several texts. */
const pieces = (text: string): string[] =>
  text
    .split(/<\/?\w+[^>]*>/)
    .map((piece) => piece.trim())
    .filter((piece) => wordsIn(piece) > 0)

const wordsIn = (text: string): number => text.match(/\p{L}{2,}/gu)?.length ?? 0

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()

const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${folded(text)
      .split(/\{\{.*?\}\}/)
      .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    'iu',
  )
