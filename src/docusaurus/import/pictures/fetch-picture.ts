import { lookup as lookupAll } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address'

export type FetchRules = {
  /** Whether a picture may come from this IP address. By default, it must be on the public Internet. */
  allows: (address: string) => boolean
  /** The milliseconds that one picture may take, redirects included. */
  deadline: number
  /** The bytes that one picture may have. */
  mostBytes: number
}

const rulesOfOurs: FetchRules = { allows: isPublicAddress, deadline: 10_000, mostBytes: 10 * 1024 * 1024 }

const mostRedirects = 5

type FetchedPicture = { bytes: Buffer; type: string }

/** A picture could not be fetched. Nothing is wrong with the text that names it. */
export class NotFetched extends Error {
  override name = 'NotFetched'
}

/**
 * Fetches a picture whose address a stranger wrote. The host of each hop is looked up once, and the connection goes to
 * the address that was found, so that the name cannot point elsewhere in between. Nothing inside the machine's own
 * network is asked. No cookies and no referrer are sent.
 * @param types the media types that are pictures
 * @throws NotFetched
 */
export async function fetchPicture(
  address: string,
  types: ReadonlySet<string>,
  given: Partial<FetchRules> = {},
): Promise<FetchedPicture> {
  const rules = { ...rulesOfOurs, ...given }
  const signal = AbortSignal.timeout(rules.deadline)
  try {
    let url = urlOf(address)
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      const response = await responseOf(url, rules, signal)
      const { statusCode = 0, headers } = response
      if (statusCode >= 300 && statusCode < 400 && headers.location) {
        response.destroy()
        url = urlOf(headers.location, url)
      } else if (statusCode !== 200) {
        response.destroy()
        throw new NotFetched(`Expected status 200, found ${statusCode}.`)
      } else {
        return await pictureIn(response, types, rules, signal)
      }
    }
    throw new NotFetched(`Expected at most ${mostRedirects} redirects, found more.`)
  } catch (cause) {
    if (cause instanceof NotFetched) throw cause
    const message = signal.aborted
      ? `Expected it within ${rules.deadline / 1000} seconds.`
      : cause instanceof Error
        ? cause.message
        : String(cause)
    throw new NotFetched(message, { cause })
  }
}

function urlOf(address: string, base?: URL): URL {
  const absolute = address.startsWith('//') ? `https:${address}` : address
  if (!URL.canParse(absolute, base)) throw new NotFetched('Expected an address of the web.')
  const url = new URL(absolute, base)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new NotFetched(`Expected http or https, found ${url.protocol}`)
  }
  if (url.username || url.password) throw new NotFetched('Expected an address without a user name.')
  return url
}

function responseOf(url: URL, { allows }: FetchRules, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // Node looks up names only, so an IP address in place of the name is checked here.
  if (isIP(host) && !allows(host)) throw notPublic(host)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const accept = 'image/webp,image/*'
  const headers = { accept, 'accept-encoding': 'identity', 'user-agent': 'Terbit-import' }
  return new Promise((resolve, reject) => {
    request(url, { agent: false, headers, lookup: lookupAllowed(allows), signal })
      .once('response', resolve)
      .once('error', reject)
      .end()
  })
}

const notPublic = (where: string) =>
  new NotFetched(`Expected an address of the public Internet, found ${where}.`)

const lookupAllowed =
  (allows: FetchRules['allows']): LookupFunction =>
  (host, options, done) => {
    lookupAll(host, { all: true }).then(
      (found) => {
        const [first] = found
        if (!first || !found.every(({ address }) => allows(address))) done(notPublic(host), '', 0)
        else if (options.all) done(null, found)
        else done(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    )
  }

async function pictureIn(
  response: IncomingMessage,
  types: ReadonlySet<string>,
  { mostBytes }: FetchRules,
  signal: AbortSignal,
): Promise<FetchedPicture> {
  const abort = () => response.destroy(new Error('aborted'))
  signal.addEventListener('abort', abort, { once: true })
  try {
    const type = (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
    if (!types.has(type)) throw new NotFetched(`Expected a picture, found the type \`${type}\`.`)
    const chunks: Buffer[] = []
    if (Number(response.headers['content-length'] ?? 0) > mostBytes) throw tooLarge(mostBytes)
    let size = 0
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.byteLength
      if (size > mostBytes) throw tooLarge(mostBytes)
      chunks.push(chunk)
    }
    return { bytes: Buffer.concat(chunks), type }
  } finally {
    signal.removeEventListener('abort', abort)
    response.destroy()
  }
}

const tooLarge = (mostBytes: number) => new NotFetched(`Expected at most ${mostBytes} bytes, found more.`)
