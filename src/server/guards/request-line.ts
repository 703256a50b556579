import type { IncomingMessage } from 'node:http'
import type { RequestRefusal } from './refusal'

/**
 * The most characters of an address. The admin panel names a hundred documents in one, with 86 characters each; Node
 * allows 16 KB for the address and all headers together.
 */
const longestAddress = 12_288

const pages = ['GET', 'HEAD']
const rest = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']
/** With the methods that only Next's development server and proxies may want, every method that Node parses is known. */
const known = [...rest, 'TRACE', 'CONNECT']

/** The methods of addresses that take more than a reader's. The first pattern that fits counts. */
const methodsBelow: [RegExp, string[]][] = [
  [/^\/api\/og\/preview$/, ['POST']],
  [/^\/api\/og$/, pages],
  [/^\/api\//, rest],
  [/^\/admin(?:\/|$)/, [...pages, 'POST']],
  [/^\/internal\/purge$/, ['POST']],
  // Next's development server; in production there is nothing.
  [/^\/__nextjs/, [...pages, 'POST']],
]

/** Returns the methods that an address takes: those of a page, unless it is known for others. */
const methodsOf = (path: string): string[] =>
  methodsBelow.find(([pattern]) => pattern.test(path))?.[1] ?? pages

/**
 * Returns why the first line of a request is refused, before anything else of it is looked at.
 * `https://example.org/id` in place of `/id`, as a proxy may be asked (RFC 9112, 3.2.2), becomes `/id`.
 */
export function refusalOfRequestLine(
  request: Pick<IncomingMessage, 'method' | 'url'>,
): RequestRefusal | undefined {
  const { method = 'GET', url = '' } = request
  if (url.length > longestAddress)
    return { status: 414, reason: `Expected an address of at most ${longestAddress} characters.` }
  if (!known.includes(method)) return { status: 501, reason: `The method ${method} is not known here.` }
  const path = originForm(url)
  if (path === undefined)
    return { status: 400, reason: 'Expected an address that starts with /, such as /id.' }
  request.url = path
  const allowed = methodsOf(path.split(/[?#]/, 1)[0] ?? path)
  if (allowed.includes(method)) return undefined
  const headers = { Allow: allowed.join(', ') }
  if (method === 'OPTIONS') return { status: 204, reason: '', headers }
  return { status: 405, reason: `Expected one of the methods ${allowed.join(', ')}.`, headers }
}

/** `http://example.org/id?a` -> `/id?a`. Undefined for `*`, `example.org:443` and what else is no address. */
function originForm(url: string): string | undefined {
  if (url.startsWith('/')) return url
  const [, path] = /^https?:\/\/[^/?#]+(\/.*)?$/i.exec(url) ?? []
  return /^https?:\/\/./i.test(url) && URL.canParse(url) ? (path ?? '/') : undefined
}
