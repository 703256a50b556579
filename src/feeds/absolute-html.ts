/**
 * Makes all addresses of the site in our own HTML absolute, because feed readers show it away from the site.
 * Expects attributes in double quotes, as our renderer writes them.
 */
export function absoluteHtml(html: string, origin: string): string {
  return html.replace(/<[a-z](?:"[^"]*"|[^"<>])*>/gi, (tag) =>
    tag.replace(/\s(href|src|poster|srcset)="([^"]*)"/gi, (_, name: string, value: string) => {
      const whole = name.toLowerCase() === 'srcset' ? wholeSet(value, origin) : wholeAddress(value, origin)
      return ` ${name}="${whole}"`
    }),
  )
}

const wholeAddress = (address: string, origin: string) =>
  address.startsWith('/') && !address.startsWith('//') ? `${origin}${address}` : address

const wholeSet = (set: string, origin: string) =>
  set
    .split(',')
    .map((candidate) => wholeAddress(candidate.trim(), origin))
    .join(', ')
