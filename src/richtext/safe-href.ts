const schemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel'])

/**
 * Returns an address that is safe in `href`, or undefined if it is not. This is the only check of addresses in bodies.
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

/** Like `safeHref`, for addresses that a page loads by itself: http, https and addresses of our own site. */
export function safeSrc(url: string | null | undefined): string | undefined {
  const address = safeHref(url)
  if (address === undefined || address.startsWith('#')) return undefined
  const scheme = schemeOf(address)
  return scheme === undefined || scheme === 'http' || scheme === 'https' ? address : undefined
}

/** True when an address has a host of its own and so leaves the site. */
export const isExternal = (address: string): boolean => /^(?:https?:)?[\\/]{2}/i.test(address)

/** Returns the text before a colon, if no slash, question mark or fragment comes before it: stricter than RFC 3986. */
function schemeOf(address: string): string | undefined {
  const before = /^([^/\\?#]*?):/.exec(address)?.[1]
  return before?.toLowerCase()
}

const withoutIgnorable = (url: string) => url.replace(/\p{Cc}/gu, '').trim()
