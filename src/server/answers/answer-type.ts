import type { ServerResponse } from 'node:http'

/** Whether what the response says of its type by now is a page. */
export const isHtml = (response: ServerResponse): boolean => typeOf(response).startsWith('text/html')

/** Whether it is of characters, which compress well: also feeds, sitemaps and manifests. */
export const isText = (response: ServerResponse): boolean =>
  /^text\/|[/+](?:json|xml)\b/.test(typeOf(response))

const typeOf = (response: ServerResponse) => String(response.getHeader('content-type'))
