/** The first of some addresses that is not taken, else the last one with a number. It is taken from then on. */
export function freeSlug(proposals: readonly string[], taken: Set<string>): string {
  const last = proposals.at(-1) ?? ''
  let slug = proposals.find((proposal) => proposal !== '' && !taken.has(proposal))
  for (let number = 2; slug === undefined; number += 1) {
    const numbered = `${last}-${number}`
    if (!taken.has(numbered)) slug = numbered
  }
  taken.add(slug)
  return slug
}
