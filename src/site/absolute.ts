/**
 * The whole address of a path of the site: `/id/blog` -> `https://example.org/id/blog`.
 * @throws TypeError for a path that leads to another host, such as `//elsewhere`, and for a whole address
 */
export function absolute(origin: string, path: string): string {
  const base = new URL(origin)
  const url = new URL(path, base)
  if (!path.startsWith('/') || url.origin !== base.origin) {
    throw new TypeError(`Expected a path on ${base.origin} beginning with "/", got "${path}". Use hrefFor().`)
  }
  return url.href
}
