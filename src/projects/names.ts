/** A name without letter case, spaces and signs: `'Open-AI' -> 'openai'`. */
const bare = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Whether two different names may mean one project. They are spelt alike, are one typing error apart, or one begins the
 * other, as Morpheus begins Morpheus AI. Only a person can decide.
 */
export function mayBeOne(one: string, other: string): boolean {
  if (one === other) return false
  if (bare(one) === bare(other)) return true
  return beginsWith(one, other) || beginsWith(other, one) || oneErrorApart(bare(one), bare(other))
}

const beginsWith = (longer: string, shorter: string) =>
  longer.toLowerCase().startsWith(`${shorter.toLowerCase()} `)

/** The letters that a name needs to be compared. Shorter names are often one letter apart by chance. */
const fewestLetters = 5

function oneErrorApart(one: string, other: string): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one]
  if (shorter.length < fewestLetters || longer.length - shorter.length > 1) return false
  let start = 0
  while (start < shorter.length && shorter[start] === longer[start]) start += 1
  const skip = longer.length === shorter.length ? 1 : 0
  return shorter.slice(start + skip) === longer.slice(start + 1)
}

/**
 * The name that was probably meant, if a small l stands before capitals. It looks like a stroke or a capital i.
 *
 *     'lIO.net' -> 'IO.net'
 */
export const probablyMeant = (name: string): string | undefined => /^l(\p{Lu}{2}.*)$/u.exec(name)?.[1]
