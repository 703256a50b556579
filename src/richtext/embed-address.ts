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

type Framed = {
  host: RegExp
  path: RegExp
  /** The host as a Content-Security-Policy writes it, where that is more than the host and its `www.` */
  sources?: string[]
}

/** Hosts whose pages are made to be framed, and the start of the path. */
const framedAsWritten: readonly Framed[] = [
  { host: /^player\.vimeo\.com$/, path: /^\/video\/\d+/ },
  {
    host: /^customer-[a-z0-9]+\.cloudflarestream\.com$/,
    path: /^\/[0-9a-f]+\/iframe$/,
    sources: ['*.cloudflarestream.com'],
  },
  { host: /^[a-z0-9-]+\.substack\.com$/, path: /^\/embed$/, sources: ['*.substack.com'] },
  { host: /^iframe\.videodelivery\.net$/, path: /^\/[0-9a-f]+$/ },
  { host: /^loom\.com$/, path: /^\/embed\/[0-9a-f]+$/ },
  // Dailymotion's frame leads on to another of its hosts.
  {
    host: /^dailymotion\.com$/,
    path: /^\/embed\/video\//,
    sources: ['*.dailymotion.com', 'dailymotion.com'],
  },
  { host: /^player\.bilibili\.com$/, path: /^\/player\.html$/ },
  { host: /^open\.spotify\.com$/, path: /^\/embed\// },
  { host: /^codesandbox\.io$/, path: /^\/embed\// },
]

/** The hosts that a page may open in a frame, as sources of a Content-Security-Policy. */
export const frameSources: readonly string[] = [
  'https://www.youtube-nocookie.com',
  ...framedAsWritten.flatMap(({ host, sources }) =>
    (sources ?? withWww(host)).map((name) => `https://${name}`),
  ),
]

/** `/^loom\.com$/` -> `loom.com`, `www.loom.com` */
function withWww({ source }: RegExp): string[] {
  const name = source.replaceAll('\\', '').slice(1, -1)
  return [name, `www.${name}`]
}

function frameOf(address: URL, site: string): string | undefined {
  if (address.protocol !== 'https:' || address.port) return undefined
  const video = youtubeVideo(address, site)
  if (video) return `https://www.youtube-nocookie.com/embed/${video}`
  const vimeo = site === 'vimeo.com' ? /^\/(\d+)$/.exec(address.pathname)?.[1] : undefined
  if (vimeo) return `https://player.vimeo.com/video/${vimeo}?dnt=1`
  const known = framedAsWritten.some(({ host, path }) => host.test(site) && path.test(address.pathname))
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
