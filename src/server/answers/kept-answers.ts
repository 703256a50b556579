import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { locales } from '@/i18n/locales'
import { requestIdHeader } from '@/logs/request-id'
import { fleeting } from '@/site/fleeting'
import { nonceOf } from '../headers/security-headers'
import { isHtml, isText } from './answer-type'
import { holdBack } from './hold-back'
import { withNonce, withoutRuntime } from './light-pages'

export type KeptAnswers = {
  /**
   * Answers from memory what Next would answer from its cache, and tells whether it did. Else the answer passes through
   * here on its way out: pages of readers lose Next's runtime (see light-pages.ts), text is compressed, and what Next
   * keeps is kept as it was sent.
   */
  answered: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Forgets everything, also what is being answered just now: something was published. */
  forget: () => void
}

type Encoding = 'br' | 'gzip'

type Answer = { headers: OutgoingHttpHeaders; body: Buffer }

const megabyte = 1024 * 1024

/** Milliseconds for which an answer to a search is kept at most: a new text's words are counted after it is published. */
const searchLasts = 10 * 60_000

/**
 * Keeps, in front of Next, the answers that are the same for everybody: the pages that Next keeps, and searches. Next
 * would read each from its cache, hash it and compress it again for every reader. Here they are compressed once.
 */
export function keptAnswers({ limit = 32 * megabyte } = {}): KeptAnswers {
  const answers = new LRUCache<string, Answer>({
    maxSize: limit,
    sizeCalculation: ({ body }) => body.byteLength + megabyte / 1024,
  })
  let generation = 0

  const keep = (key: string, request: IncomingMessage, response: ServerResponse, accepted?: Encoding) => {
    const asked = generation
    const searched = isSearch(request)
    // Next would compress each answer anew, before it comes by here: all text is compressed here, kept or not.
    delete request.headers['accept-encoding']
    const concerns = () => isKeptByNext(response) || isText(response)
    holdBack(response, concerns, (given, give) => {
      // An answer to HEAD, or to a reader who has the page already, has no body.
      if (given.byteLength === 0) return give()
      const found = searched && isHtml(response)
      const light = found ? isWhole(given, response) : isKeptByNext(response) && isHtml(response)
      const page = () => Buffer.from(pageOf(given.toString(), { response, light }))
      const body = prepared(isHtml(response) ? page() : given, response, accepted)
      const lasts = isKeptByNext(response) || (light && !given.includes(fleeting))
      const keeps = lasts && request.method === 'GET' && response.statusCode === 200 && asked === generation
      const hit = isKeptByNext(response) ? { [nextCache]: 'HIT' } : {}
      const { [requestIdHeader]: _ofThisRequest, ...same } = response.getHeaders()
      const answer = { headers: { ...same, ...hit }, body }
      if (keeps) answers.set(key, answer, searched ? { ttl: searchLasts } : {})
      give(body)
    })
  }

  return {
    answered(request, response) {
      if (!isForEverybody(request)) return false
      const accepted = encodingFor(request.headers['accept-encoding'])
      const key = `${accepted}:${isSearch(request) ? request.url : request.url?.split('?')[0]}`
      const answer = answers.get(key)
      if (!answer) {
        keep(key, request, response, accepted)
        return false
      }
      send(answer, request, response)
      return true
    },
    forget() {
      generation++
      answers.clear()
    },
  }
}

/** A page as it is sent. One that failed, or that Next's runtime puts together, keeps the runtime. */
const pageOf = (html: string, { response, light }: { response: ServerResponse; light: boolean }): string =>
  light ? withoutRuntime(html) : withNonce(html, () => nonceOf(response))

/** Compresses the bytes as the client accepts it, and sets the headers of the response that depend on the result. */
function prepared(bytes: Buffer, response: ServerResponse, accepted: Encoding | undefined): Buffer {
  const body = compressed(bytes, accepted)
  if (!response.hasHeader('etag')) response.setHeader('etag', `W/"${digest(bytes)}"`)
  if (accepted) response.setHeader('content-encoding', accepted)
  response.removeHeader('transfer-encoding')
  response.setHeader('content-length', body.byteLength)
  return body
}

function send(
  { headers, body }: Answer,
  { method, headers: asked }: IncomingMessage,
  response: ServerResponse,
) {
  const { 'content-length': _length, 'content-encoding': _encoding, ...same } = headers
  const fresh = asked['if-none-match']?.split(',').some((tag) => plain(tag) === plain(headers.etag))
  response.writeHead(fresh ? 304 : 200, fresh ? same : headers)
  response.end(fresh || method === 'HEAD' ? undefined : body)
}

/** Tags are compared weakly (RFC 9110, 13.1.2). */
const plain = (tag: unknown) => String(tag).trim().replace(/^W\//, '')

/** The header by which Next says what it did with an answer that it keeps. */
const nextCache = 'x-nextjs-cache'

/** An answer that failed, or that the browser puts together from pieces, needs Next's runtime. */
const isWhole = (html: Buffer, { statusCode }: ServerResponse) =>
  statusCode === 200 && !html.includes('<template')

const isKeptByNext = (response: ServerResponse) => response.hasHeader(nextCache)

function compressed(bytes: Buffer, accepted: Encoding | undefined): Buffer {
  if (accepted === 'gzip') return gzipSync(bytes)
  if (accepted === undefined) return bytes
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength }
  return brotliCompressSync(bytes, { params })
}

/** True for pages below a language that are the same for every reader; false for Next's own requests. */
const isForEverybody = ({ method, headers, url = '/' }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && !headers.rsc && belowLanguage.test(url)

const anyLanguage = `^/(?:${locales.join('|')})`

const belowLanguage = new RegExp(`${anyLanguage}(?:[/?]|$)(?!(?:preview|moved)\\b)`)

/** Results of a search change only with what is published, as pages do, but Next does not know that and keeps none. */
const isSearch = ({ url = '/' }: IncomingMessage): boolean => searchPage.test(url)

const searchPage = new RegExp(`${anyLanguage}/search(?:\\?|$)`)

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64url').slice(0, 22)

function encodingFor(accepts: string | string[] | undefined): Encoding | undefined {
  const offered = String(accepts ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => !/;\s*q=0(?:\.0*)?$/.test(one))
    .map((one) => one.split(';')[0])
  return (['br', 'gzip'] as const).find((encoding) => offered.includes(encoding))
}
