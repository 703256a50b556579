/**
 * A path of ours with the site's origin before it.
 * @throws TypeError for a path that would leave the origin, such as `//elsewhere` or a whole address.
 */
export function absolute(origin: string, path: string): string {
  const base = new URL(origin)
  const url = new URL(path, base)
  if (!path.startsWith('/') || url.origin !== base.origin) {
    throw new TypeError(`Expected a path on ${base.origin} beginning with "/", got "${path}". Use hrefFor().`)
  }
  return url.href
}
