/** Longer proposals are cut between words. */
const longestProposal = 80

/** Letters that Unicode does not decompose into a base letter and marks. */
const spelledOut: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

/** Proposes an address from a title: `Kopi & Teh` -> `kopi-teh`. It is empty if the title has no letters or digits. */
export function slugFrom(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðþłı]/g, (letter) => spelledOut[letter] ?? letter)
    .replace(/['’]/g, '')
  const words = plain.match(/[a-z0-9]+/g) ?? plain.match(/[\p{L}\p{N}]+/gu) ?? []
  let slug = words[0]?.slice(0, longestProposal) ?? ''
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > longestProposal) break
    slug += `-${word}`
  }
  return slug !== '' && isReservedSlug(slug) ? `${slug}-1` : slug
}

/** Refuses `page`, which would hide the pages of a list, and dots, since addresses may end in `.html` or `.md`. */
export const isReservedSlug = (slug: string): boolean =>
  slug.toLowerCase() === 'page' || slug.length > 200 || !/^[\p{L}\p{N}][\p{L}\p{N}\p{M}_~-]*$/u.test(slug)
