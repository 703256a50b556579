import type { ServerResponse } from 'node:http'

/** Tells whether the response is a page, by its headers so far. */
export const isHtml = (response: ServerResponse): boolean => typeOf(response).startsWith('text/html')

/** Tells whether the response is text, which compresses well: pages, feeds, sitemaps and manifests. */
export const isText = (response: ServerResponse): boolean =>
  /^text\/|[/+](?:json|xml)\b/.test(typeOf(response))

const typeOf = (response: ServerResponse) => String(response.getHeader('content-type'))
