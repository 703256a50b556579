import type { Element, Nodes, Root } from 'hast'

/** A page as the crawl sees it. Addresses are absolute. */
export type Page = {
  url: string
  html: string
  canonical: string | undefined
  hidden: boolean
  /** The addresses of the page by language, as it names them. */
  alternates: Record<string, string>
  feeds: { href: string; type: string }[]
  /** Addresses without fragments. */
  links: string[]
  /** The fragments of the page itself that it links to. */
  fragments: string[]
  ids: Set<string>
  jsonLd: Record<string, unknown>[]
}

/**
 * Parses a page.
 * @throws SyntaxError when its JSON-LD is not JSON
 */
export function pageOf(url: string, tree: Root, html: string): Page {
  const elements = [...elementsIn(tree)]
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name)
  const text = (element: Element, name: string) => {
    const value = element.properties[name]
    return value === undefined || value === null ? undefined : [value].flat().join(' ')
  }
  const whole = (href: string) => new URL(href, url)
  const links = named('link')
  const alternates = links.filter((link) => text(link, 'rel') === 'alternate')
  const anchors = named('a').flatMap((anchor) => text(anchor, 'href') ?? [])
  const bare = (address: URL) => address.href.replace(/#.*$/, '')
  const canonical = links.find((link) => text(link, 'rel') === 'canonical')
  return {
    url,
    html,
    canonical: canonical && text(canonical, 'href'),
    hidden: named('meta').some(
      (meta) => text(meta, 'name') === 'robots' && /noindex/.test(text(meta, 'content') ?? ''),
    ),
    alternates: Object.fromEntries(
      alternates.flatMap((link) => {
        const language = text(link, 'hrefLang')
        return language ? [[language, text(link, 'href') ?? '']] : []
      }),
    ),
    feeds: alternates.flatMap((link) => {
      const type = text(link, 'type')
      return type ? [{ href: text(link, 'href') ?? '', type }] : []
    }),
    links: anchors.map((href) => bare(whole(href))),
    fragments: anchors
      .map(whole)
      .filter((address) => bare(address) === url && address.hash.length > 1 && address.hash !== '#top')
      .map(({ hash }) => decodeURIComponent(hash.slice(1))),
    ids: new Set(elements.flatMap((element) => text(element, 'id') ?? [])),
    jsonLd: named('script')
      .filter((script) => text(script, 'type') === 'application/ld+json')
      .map((script) =>
        JSON.parse(script.children.map((child) => ('value' in child ? child.value : '')).join('')),
      ),
  }
}

/** Yields every element of a tree in document order. */
export function* elementsIn(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node
  if ('children' in node) for (const child of node.children) yield* elementsIn(child)
}
