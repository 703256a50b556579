import type { Metadata, Viewport } from 'next'
import type { SiteView } from '@/content/views'
import { themeColours } from './theme-colours'

/** Returns the metadata that every page inherits from the layout of its language. */
export function siteMetadata(origin: string, site: SiteView): Metadata {
  return {
    metadataBase: new URL(origin),
    applicationName: site.name.text,
    title: { template: `%s · ${site.name.text}`, default: site.name.text },
    description: site.tagline?.text,
    formatDetection: { telephone: false, address: false, email: false },
  }
}

/** The browser's own frame gets the colour of the paper. */
export const siteViewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: themeColours.light },
    { media: '(prefers-color-scheme: dark)', color: themeColours.dark },
  ],
}
