/** Hosts whose iframes show a video player and nothing else. */
const videoHosts =
  /^(?:(?:www\.)?youtube(?:-nocookie)?\.com|player\.vimeo\.com|[\w-]+\.cloudflarestream\.com|iframe\.videodelivery\.net|(?:www\.)?loom\.com|(?:www\.)?dailymotion\.com|player\.bilibili\.com)$/

export type Embed = { url: string; title?: string; html: string }

/** Matches one iframe with at most one `<div>` around it. */
const frameAlone = /^(?:<div\b[^>]*>\s*)?<iframe\b([\s\S]*?)(?:\/>|>\s*<\/iframe>)(?:\s*<\/div>)?$/

/** Reads a block of HTML or JSX that holds only the iframe of a known video host. Returns undefined for any other. */
export function embedOf(source: string): Embed | undefined {
  const attributes = frameAlone.exec(source)?.[1]
  if (attributes === undefined || source.split('<iframe').length !== 2) return undefined
  const url = addressIn(attributes)?.replaceAll('&amp;', '&')
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, host } = new URL(url)
  if (protocol !== 'https:' || !videoHosts.test(host)) return undefined
  const title = /\stitle="([^"{}&]*)"/.exec(attributes)?.[1]
  return { url, ...(title ? { title } : {}), html: source }
}

/** Returns the source of an embed as its author wrote it, but with the address that the form holds now. */
export function embedSource(embed: { url: string; title?: string | null; html?: string | null }): string {
  const before = embed.html ? embedOf(embed.html) : undefined
  if (embed.html && before) {
    if (before.url === embed.url) return embed.html
    return embed.html.replace(addressIn(embed.html) ?? '', () => attribute(embed.url))
  }
  const title = embed.title ? ` title="${attribute(embed.title)}"` : ''
  return `<iframe src="${attribute(embed.url)}"${title} loading="lazy"></iframe>`
}

const addressIn = (attributes: string) => /\ssrc="([^"{}]*)"/.exec(attributes)?.[1]

const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
