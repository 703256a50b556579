/**
 * The addresses that a field may hold, for a page to link to or load: `https://…`, `http://…`, and paths of this site.
 * Browsers read `\` as `/`, and drop control characters before they look for a host (WHATWG URL, basic URL parser), so an
 * address with either may lead elsewhere than it says. So may a user name before the host.
 */
const deceives = /[\p{Cc}\s\\]/u

/** True for an absolute address on the web, without a user name in it. */
export function isWebAddress(address: string): boolean {
  if (deceives.test(address) || !/^https?:\/\/[^/]/i.test(address) || !URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username === '' && password === ''
}

/** True for a path of this site: `/id/blog`, but not `//host`. */
const isOwnPath = (address: string): boolean => /^\/(?!\/)/.test(address) && !deceives.test(address)

/** True for either. Nothing else is linked to or loaded from a field. */
export const isSafeAddress = (address: string): boolean => isWebAddress(address) || isOwnPath(address)

/** The links of a field as a page shows them. One that was stored before its address was checked is left out. */
export const webLinks = (
  links: readonly { label: string; url: string }[] | null | undefined,
): { label: string; href: string }[] =>
  (links ?? []).flatMap(({ label, url }) => (isWebAddress(url) ? [{ label, href: url }] : []))
