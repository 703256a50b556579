import type { Element } from 'hast'
import { embedAddress } from '../embed-address'
import { element } from './element'
import { filled, type Rendering } from './rendering'

type Embed = { url: string; title?: string }

/**
 * A link to what is embedded. Of hosts that we know it carries the address of a frame in `data-embed`, which the
 * page may open in its place on a click: nothing is asked of a third party before.
 */
export function embedBlock({ url, title }: Embed, { words }: Rendering): Element {
  const address = embedAddress(url)
  if (!address) return element('p', { className: ['raw-note'] }, [words.rawNote])
  const open = filled(words.openEmbed, { site: address.site })
  return element('figure', { className: ['embed'], dataEmbed: address.frame }, [
    element('a', { className: ['embed-link'], href: address.href, rel: ['noopener'] }, [
      title ? element('span', { className: ['embed-title'] }, [title]) : undefined,
      element('span', { className: ['embed-site'] }, [open]),
    ]),
  ])
}
