import { boundedQuery } from './bounded-query'

type Handler<Args> = (request: Request, args: Args) => Promise<Response>

/**
 * Makes a handler of Payload's REST API that bounds the query of a request before Payload reads it, also where the
 * query is sent as the body of a POST that says it is a GET, as the admin panel does.
 */
export const boundedRest =
  <Args>(handler: Handler<Args>): Handler<Args> =>
  async (request, args) => {
    if (isQueryInBody(request)) {
      const body = await request.text()
      // The address that Payload puts together (3.90, `handleEndpoints`).
      const bounded = boundedQuery(new URL(`${request.url}?${body}`).search)
      if ('refused' in bounded) return badQuery(bounded.refused)
      const { headers, signal, url } = request
      const [address] = url.split('?')
      const same = { method: 'POST', headers, signal, body: bounded.search.slice(1) }
      return handler(new Request(address ?? url, same), args)
    }
    const url = new URL(request.url)
    const bounded = boundedQuery(url.search)
    if ('refused' in bounded) return badQuery(bounded.refused)
    if (bounded.search === url.search) return handler(request, args)
    url.search = bounded.search
    return handler(new Request(url, request), args)
  }

const isQueryInBody = ({ method, headers }: Request): boolean =>
  method === 'POST' &&
  ['x-payload-http-method-override', 'x-http-method-override'].some((name) => headers.get(name) === 'GET') &&
  headers.get('content-type') === 'application/x-www-form-urlencoded'

const badQuery = (message: string): Response => Response.json({ errors: [{ message }] }, { status: 400 })
