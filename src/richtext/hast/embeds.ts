import type { Element } from 'hast'
import { filled } from '@/i18n/filled'
import { embedAddress } from '../embed-address'
import { element } from './element'
import type { Rendering } from './rendering'

type Embed = { url: string; title?: string }

/**
 * Renders an embed as a link. For a host that we know, `data-embed` carries the address of a frame, which the page may
 * open in place of the link on a click. No third party is asked for anything before that.
 */
export function embedToHast({ url, title }: Embed, { words }: Rendering): Element {
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
