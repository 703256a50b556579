/** One form for two spellings of a name that differ in letter case, spaces and signs alone. */
const bare = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Whether two different names may be those of one project: spelt alike, one typing error apart, or one the beginning of
 * the other, as Morpheus is of Morpheus AI. Only a person can tell.
 */
export function mayBeOne(one: string, other: string): boolean {
  if (one === other) return false
  if (bare(one) === bare(other)) return true
  return beginsWith(one, other) || beginsWith(other, one) || oneErrorApart(bare(one), bare(other))
}

const beginsWith = (longer: string, shorter: string) =>
  longer.toLowerCase().startsWith(`${shorter.toLowerCase()} `)

/** Shorter names are often a letter apart and have nothing to do with each other. */
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
 * What a name was probably meant to be, where its first letter seems to have slipped in: a small l before capitals,
 * which looks like a stroke or a capital i.
 */
export const probablyMeant = (name: string): string | undefined => /^l(\p{Lu}{2}.*)$/u.exec(name)?.[1]
