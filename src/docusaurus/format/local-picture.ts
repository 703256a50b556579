import { Refusal } from './refusal'

/** Whether an address names a file of the site. */
export const isLocal = (address: string) =>
  address !== '' &&
  !/^[a-z][a-z0-9+.-]*:/i.test(address) &&
  !address.startsWith('//') &&
  !address.startsWith('#')

/** Whether an address is on another host. */
export const isRemote = (address: string) => /^(?:https?:)?\/\//i.test(address)

/**
 * The path of the file that an address in a post names, relative to the site's folder.
 *
 *     /img/a.png in any post -> static/img/a.png
 *     @site/docs/a.png in any post -> docs/a.png
 *     ./a.png in blog/bread/index.md -> blog/bread/a.png
 * @throws Refusal where the address leaves the site
 */
export function sitePath(address: string, post: string, line: number): string {
  const path = decoded(address.replace(/[?#].*$/s, '')).replaceAll('\\', '/')
  if (path.startsWith('@site/')) return within(path.slice('@site/'.length), [], address, line)
  if (path.startsWith('/')) return within(path.slice(1), ['static'], address, line)
  return within(path, post.split('/').slice(0, -1), address, line)
}

function within(path: string, folder: readonly string[], address: string, line: number) {
  const parts = [...folder]
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) {
      throw new Refusal(
        'path-leaves-site',
        line,
        `Expected a path within the site, found \`${address}\`. Move the file into the site.`,
      )
    }
  }
  return parts.join('/')
}

function decoded(path: string) {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
