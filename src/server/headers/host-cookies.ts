/**
 * The cookies that let somebody in, as Payload and the set-up link name them; a test holds the names to theirs. Payload
 * would put `__Host-` before its cookies for theme and language too, which scripts write without Secure.
 */
export const secretCookies: readonly string[] = ['terbit-token', 'terbit-setup']

const prefix = '__Host-'

/**
 * `__Host-terbit-token=a; x=b` -> `terbit-token=a; x=b`. A cookie without the prefix is dropped: a neighbouring host of
 * the same domain, or a page that came without TLS, may have set it.
 */
export const cookiesFromHost = (header: string): string =>
  header
    .split(/;\s*/)
    .filter((pair) => !secretCookies.includes(nameOf(pair)))
    .map((pair) => (secretCookies.includes(withoutPrefix(nameOf(pair))) ? withoutPrefix(pair) : pair))
    .join('; ')

/** `terbit-token=a; Path=/` -> `__Host-terbit-token=a; Path=/; Secure`. Browsers take the prefix only with Secure. */
export function cookieForHost(setCookie: string): string {
  if (!secretCookies.includes(nameOf(setCookie))) return setCookie
  return `${prefix}${setCookie}${/;\s*secure\b/i.test(setCookie) ? '' : '; Secure'}`
}

const nameOf = (pair: string) => pair.split('=')[0]?.trim() ?? ''

const withoutPrefix = (text: string) => (text.startsWith(prefix) ? text.slice(prefix.length) : '')
