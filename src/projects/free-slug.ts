/** The first proposal that is not taken, else the last one with a number, such as `bread-2`. Adds it to `taken`. */
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
