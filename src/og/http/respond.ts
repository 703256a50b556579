import { isNamed } from '@/error-named'
import type { Cards, UnsignedError } from '../store/cards.ts'
import type { QueueFullError, RenderStoppedError } from '../store/render-thread.ts'
import { type ByteRange, byteRange } from './byte-range.ts'
import { parseCardRequest } from './request.ts'
import { isSigned } from './signature.ts'

const year = 'public, max-age=31536000, immutable'
const revalidate = 'public, max-age=0, must-revalidate'
const retryAfterSeconds = 5

export type Asking = {
  /** The key that signs addresses. Without it, no signature is valid. */
  key?: string
  /** Called before a picture is drawn. Returns 0 when it may be drawn, otherwise the number of seconds to wait. */
  wait?: () => number
}

/** The client has had as many cards drawn as the limit on rates allows for now. */
export class TooManyError extends Error {
  override readonly name = 'TooManyError'
  constructor(readonly seconds: number) {
    super('Too many new cards were requested from this address. Ask again later.')
  }
}

/**
 * Answers GET and HEAD for a card's address. An address whose `v` is the picture's own version may be cached for a
 * year; every other address is revalidated by its ETag, which needs no drawing. A refusal is one sentence of plain
 * text.
 */
export async function cardResponse(request: Request, cards: Cards, asking: Asking = {}): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refusal(405, 'Expected the method GET or HEAD.', { Allow: 'GET, HEAD' })
  }
  try {
    return await answer(request, cards, asking)
  } catch (error) {
    const refused = refusalOf(error)
    if (refused) return refused
    throw error
  }
}

/** Returns the response to a request whose card was refused, or undefined when the error is our own fault. */
export function refusalOf(error: unknown): Response | undefined {
  if (isNamed<UnsignedError>(error, 'UnsignedError')) return refusal(403, error.message)
  if (isNamed<TooManyError>(error, 'TooManyError')) {
    return refusal(429, error.message, { 'Retry-After': String(error.seconds) })
  }
  if (
    isNamed<QueueFullError>(error, 'QueueFullError') ||
    isNamed<RenderStoppedError>(error, 'RenderStoppedError')
  ) {
    return refusal(503, error.message, { 'Retry-After': String(retryAfterSeconds) })
  }
  return undefined
}

async function answer(request: Request, cards: Cards, { key, wait }: Asking): Promise<Response> {
  const search = new URL(request.url).searchParams
  const parsed = parseCardRequest(search)
  if (!parsed.ok) return refusal(400, parsed.reason)
  const card = await cards.find(parsed.request, key !== undefined && isSigned(search, key))
  if (!card) return refusal(404, 'There is no such published document in this language.')
  const etag = `"${card.key}"`
  const headers = {
    ETag: etag,
    'Cache-Control': parsed.request.version === card.version ? year : revalidate,
    'X-Content-Type-Options': 'nosniff',
  }
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  const png = await card.png(() => {
    const seconds = wait?.() ?? 0
    if (seconds > 0) throw new TooManyError(seconds)
  })
  const whole = { ...headers, 'Content-Type': 'image/png', 'Accept-Ranges': 'bytes' }
  if (request.method === 'HEAD') {
    return new Response(null, { headers: { ...whole, 'Content-Length': String(png.byteLength) } })
  }
  return pictureResponse(png, whole, wantedRange(request, etag, png.byteLength))
}

/** Honours a range only when the client has the rest of the same picture (RFC 9110, 13.1.5). */
function wantedRange({ headers }: Request, etag: string, length: number): ByteRange | 'none' | undefined {
  const condition = headers.get('if-range')
  return condition === null || condition === etag ? byteRange(headers.get('range'), length) : undefined
}

function pictureResponse(
  png: Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
  range: ByteRange | 'none' | undefined,
): Response {
  const total = png.byteLength
  if (range === 'none') {
    return refusal(416, `The card has ${total} bytes.`, { 'Content-Range': `bytes */${total}` })
  }
  if (!range) return new Response(png, { headers: { ...headers, 'Content-Length': String(total) } })
  const { first, last } = range
  return new Response(png.slice(first, last + 1), {
    status: 206,
    headers: {
      ...headers,
      'Content-Range': `bytes ${first}-${last}/${total}`,
      'Content-Length': String(last - first + 1),
    },
  })
}

/** Compares weakly with a list of tags, or with `*` (RFC 9110, 13.1.2). */
const matches = (header: string | null, etag: string) =>
  header?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) ?? false

/** Returns a refusal: one sentence of plain text that is never cached. */
export const refusal = (status: number, reason: string, headers: Record<string, string> = {}) =>
  new Response(`${reason}\n`, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  })
