import { safeSrc } from './safe-href'

export type EmbedAddress = {
  /** The link's address. It works without loading anything on this site. */
  href: string
  /** The name of the site, for readers. */
  site: string
  /** The address that a frame may load once a reader asks for it. Only hosts that we know have one. */
  frame?: string
}

/** Splits the address of an embed into link, site and frame. Returns undefined when it is not safe to link to. */
export function embedAddress(url: string | null | undefined): EmbedAddress | undefined {
  const safe = safeSrc(url)
  if (safe === undefined) return undefined
  const address = URL.parse(safe.startsWith('//') ? `https:${safe}` : safe)
  if (!address || !/^https?:$/.test(address.protocol) || address.username || address.password)
    return undefined
  const site = address.hostname.replace(/^www\./, '')
  return { href: address.href, site, frame: frameOf(address, site) }
}

/** Hosts whose pages are made to be framed: the host's name and the start of the path. */
const framedAsWritten: readonly [host: RegExp, path: RegExp][] = [
  [/^player\.vimeo\.com$/, /^\/video\/\d+/],
  [/^customer-[a-z0-9]+\.cloudflarestream\.com$/, /^\/[0-9a-f]+\/iframe$/],
  [/^[a-z0-9-]+\.substack\.com$/, /^\/embed$/],
  [/^iframe\.videodelivery\.net$/, /^\/[0-9a-f]+$/],
  [/^loom\.com$/, /^\/embed\/[0-9a-f]+$/],
  [/^dailymotion\.com$/, /^\/embed\/video\//],
  [/^player\.bilibili\.com$/, /^\/player\.html$/],
  [/^open\.spotify\.com$/, /^\/embed\//],
  [/^codesandbox\.io$/, /^\/embed\//],
]

function frameOf(address: URL, site: string): string | undefined {
  if (address.protocol !== 'https:' || address.port) return undefined
  const video = youtubeVideo(address, site)
  if (video) return `https://www.youtube-nocookie.com/embed/${video}`
  const vimeo = site === 'vimeo.com' ? /^\/(\d+)$/.exec(address.pathname)?.[1] : undefined
  if (vimeo) return `https://player.vimeo.com/video/${vimeo}?dnt=1`
  const known = framedAsWritten.some(([host, path]) => host.test(site) && path.test(address.pathname))
  return known ? address.href : undefined
}

function youtubeVideo(address: URL, site: string): string | undefined {
  const id =
    site === 'youtu.be'
      ? address.pathname.slice(1)
      : /^(?:m\.)?youtube(?:-nocookie)?\.com$/.test(site)
        ? (/^\/(?:embed|shorts|live)\/([^/]+)$/.exec(address.pathname)?.[1] ?? address.searchParams.get('v'))
        : undefined
  return id && /^[\w-]{6,20}$/.test(id) ? id : undefined
}
