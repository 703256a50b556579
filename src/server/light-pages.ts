import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'

/**
 * Sends the pages of readers without Next's runtime, which would weigh two thirds of them and has nothing to do there:
 * they hold no component of the browser's. Each is compressed once, as small as it gets, and kept by its ETag.
 *
 * Only pages that Next keeps are rewritten; one that it streams may need the runtime to be put together.
 */
export function lightenPages(request: IncomingMessage, response: ServerResponse): void {
  if (!isKeptPage(request)) return
  const accepted = encodingFor(request.headers['accept-encoding'])
  // Next compresses each answer anew, before it comes by here.
  delete request.headers['accept-encoding']
  const send = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  }
  const isKept = () =>
    !response.headersSent &&
    response.hasHeader('x-nextjs-cache') &&
    String(response.getHeader('content-type')).startsWith('text/html')
  const pieces: Buffer[] = []

  // Next writes a kept page in pieces, though it has all of it: nothing is sent before the last.
  Object.assign(response, {
    flushHeaders: () => (isKept() ? undefined : send.flushHeaders()),
    writeHead: (...head: Parameters<typeof send.writeHead>) => {
      if (!isKept()) return send.writeHead(...head)
      response.statusCode = head[0]
      return response
    },
    write: (...chunk: Parameters<typeof send.write>) => {
      if (!isKept()) return send.write(...chunk)
      pieces.push(Buffer.from(chunk[0]))
      return true
    },
    end: (...chunk: Parameters<typeof send.end>) => {
      if (!isKept()) return send.end(...chunk)
      const [last] = chunk
      if (typeof last === 'string' || last instanceof Uint8Array) pieces.push(Buffer.from(last))
      response.removeHeader('content-length')
      if (pieces.length === 0) {
        send.writeHead(response.statusCode)
        return send.end()
      }
      const body = light(Buffer.concat(pieces), keyOf(request, response), accepted)
      if (accepted) response.setHeader('content-encoding', accepted)
      response.setHeader('content-length', body.byteLength)
      send.writeHead(response.statusCode)
      return send.end(body)
    },
  })
}

type Encoding = 'br' | 'gzip'

const ready = new LRUCache<string, Buffer>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: ({ byteLength }) => byteLength,
})

function light(page: Buffer, key: string | undefined, accepted: Encoding | undefined): Buffer {
  const known = key && ready.get(`${accepted}:${key}`)
  if (known) return known
  const body = compressed(Buffer.from(withoutRuntime(page.toString())), accepted)
  if (key) ready.set(`${accepted}:${key}`, body)
  return body
}

function compressed(bytes: Buffer, accepted: Encoding | undefined): Buffer {
  if (accepted === 'gzip') return gzipSync(bytes)
  if (accepted === undefined) return bytes
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength }
  return brotliCompressSync(bytes, { params })
}

/** The ETag is that of the page as Next made it, and the same page always becomes the same bytes. */
const keyOf = ({ url }: IncomingMessage, response: ServerResponse) => {
  const tag = response.getHeader('etag')
  return response.statusCode === 200 && typeof tag === 'string' ? `${tag}:${url?.split('?')[0]}` : undefined
}

/** What readers come for: the pages of a language, and none of Next's own requests. */
const isKeptPage = ({ method, headers, url = '/' }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && !headers.rsc && keptPages.test(url)

const keptPages = /^\/(?:id|en)(?:\/(?:blog|tags|authors|projects|404)(?:\/[^.?#]*)?)?(?:\?|$)/

function encodingFor(accepts: string | string[] | undefined): Encoding | undefined {
  const offered = String(accepts ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => !/;\s*q=0(?:\.0*)?$/.test(one))
    .map((one) => one.split(';')[0])
  return (['br', 'gzip'] as const).find((encoding) => offered.includes(encoding))
}

/** The scripts that Next adds to a page: its chunks, the data to hydrate from, and hints to load either. */
export const withoutRuntime = (html: string): string =>
  html
    .replace(/<script\b([^>]*)>([\s\S]*?)<\/script>/g, (script, attributes: string, text: string) =>
      isRuntime(attributes, text) ? '' : script,
    )
    .replace(/<link rel="preload" as="script"[^>]*>/g, '')

const isRuntime = (attributes: string, text: string): boolean =>
  attributes.includes('src="/_next/') ||
  /^\(self\.__next_f=|^self\.__next_f\.push\(|^\(?globalThis\["TURBOPACK"\]|^requestAnimationFrame\(function\(\)\{\$RT=/.test(
    text,
  )
