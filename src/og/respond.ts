import type { Cards } from './cards.ts'
import { QueueFullError, RenderStoppedError } from './render-thread.ts'
import { parseCardRequest } from './request.ts'

const year = 'public, max-age=31536000, immutable'
const revalidate = 'public, max-age=0, must-revalidate'
const retryAfterSeconds = 5

/**
 * Answers GET and HEAD for a card's address. An address whose `v` is the picture's own version may be kept for a
 * year; every other one is revalidated by its ETag, which costs no drawing. Refusals are one sentence of plain text.
 */
export async function cardResponse(request: Request, cards: Cards): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refusal(405, 'A card answers GET and HEAD.', { Allow: 'GET, HEAD' })
  }
  const parsed = parseCardRequest(new URL(request.url).searchParams)
  if (!parsed.ok) return refusal(400, parsed.reason)
  const card = await cards.find(parsed.request)
  if (!card) return refusal(404, 'There is no such published document in this language.')
  const etag = `"${card.key}"`
  const headers = {
    ETag: etag,
    'Cache-Control': parsed.request.version === card.version ? year : revalidate,
    'X-Content-Type-Options': 'nosniff',
  }
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  try {
    const png = await card.png()
    return new Response(request.method === 'HEAD' ? null : png, {
      headers: { ...headers, 'Content-Type': 'image/png', 'Content-Length': String(png.byteLength) },
    })
  } catch (error) {
    if (!(error instanceof QueueFullError || error instanceof RenderStoppedError)) throw error
    return refusal(503, error.message, { 'Retry-After': String(retryAfterSeconds) })
  }
}

/** RFC 9110, 13.1.2: a list of tags, compared weakly, or `*`. */
const matches = (header: string | null, etag: string) =>
  header?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) ?? false

const refusal = (status: number, reason: string, headers: Record<string, string> = {}) =>
  new Response(`${reason}\n`, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  })
