const schemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel'])

/**
 * The one judge of addresses in a body: returns an address that is safe in `href`, or nothing where it is not.
 * Accepts http, https, mailto and tel, and addresses without a scheme (paths, fragments, `//host`).
 * Control characters and the blanks around an address are dropped, as browsers do before they read the scheme
 * (WHATWG URL, basic URL parser).
 */
export function safeHref(url: string | null | undefined): string | undefined {
  const address = withoutIgnorable(url ?? '')
  if (address === '') return undefined
  const scheme = schemeOf(address)
  return scheme === undefined || schemes.has(scheme) ? address : undefined
}

/** The same for what a page loads by itself: http, https and addresses of our own site. */
export function safeSrc(url: string | null | undefined): string | undefined {
  const address = safeHref(url)
  if (address === undefined || address.startsWith('#')) return undefined
  const scheme = schemeOf(address)
  return scheme === undefined || scheme === 'http' || scheme === 'https' ? address : undefined
}

/** Whether an address leaves the site: it has a host of its own. */
export const isExternal = (address: string): boolean => /^(?:https?:)?[\\/]{2}/i.test(address)

/** Anything before a colon that no slash, question mark or fragment precedes: stricter than RFC 3986. */
function schemeOf(address: string): string | undefined {
  const before = /^([^/\\?#]*?):/.exec(address)?.[1]
  return before?.toLowerCase()
}

const withoutIgnorable = (url: string) => url.replace(/\p{Cc}/gu, '').trim()
