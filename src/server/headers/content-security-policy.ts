import { createHash } from 'node:crypto'
import { frameSources } from '@/richtext/embed-address'
import { readerScript } from '@/ui/frame/reader-script'
import { searchScript } from '@/ui/search/search-script'

type Directives = Record<string, string>

const written = (directives: Directives): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')

/** The directives that every answer has. */
const always: Directives = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'self'",
}

const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

/**
 * The scripts of ours that are written into pages. Their hashes come from the source, and not from the page that is
 * sent: a script that somebody smuggled into a page has no hash here.
 */
const ownScripts = [readerScript, searchScript].map(hashOf).join(' ')

/** Articles may show pictures of any site, and blurred pictures that are written into the page. */
const pictures = "'self' data: https: http:"

/** Hues, sizes of formulas and blurred pictures are `style` attributes. No page has a style element. */
const readerStyles: Directives = {
  'style-src': "'self' 'unsafe-inline'",
  'style-src-elem': "'self'",
  'style-src-attr': "'unsafe-inline'",
}

const readers: Directives = {
  ...always,
  ...readerStyles,
  'img-src': pictures,
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'frame-src': frameSources.join(' '),
}

/** Scripts with the nonce may load others: Next's runtime loads its chunks. */
const scriptsWith = (nonce: string) => `'nonce-${nonce}' 'strict-dynamic'`

const withoutRuntime = written({
  ...readers,
  'script-src': ownScripts,
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
})

/** The policy of a reader's page. One that keeps Next's runtime has a nonce, which is made for one answer. */
export const readerPolicy = (nonce?: string): string =>
  nonce === undefined
    ? withoutRuntime
    : written({ ...readers, 'script-src': `${scriptsWith(nonce)} ${ownScripts}` })

/** The policy of the admin panel. Payload's components write style elements without a nonce. */
export const panelPolicy = (nonce: string): string =>
  written({
    ...always,
    'script-src': scriptsWith(nonce),
    'style-src': "'self' 'unsafe-inline'",
    'img-src': `${pictures} blob:`,
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'frame-src': "'self'",
  })

/** The policy of what is no page: a picture, a feed, JSON. Opened by itself, it may load and run nothing. */
export const filePolicy = written({ ...always, 'style-src': "'unsafe-inline'", sandbox: '' })
