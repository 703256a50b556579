/** Returns hashes by name as `sha256sum -c` reads them: `e3b0c4…  media/a.webp`, a line each. */
export const sumsText = (sums: ReadonlyMap<string, string>): string =>
  [...sums].map(([name, sha256]) => `${sha256}  ${name}\n`).join('')
