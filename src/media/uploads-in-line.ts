import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { member } from '@/access/roles'
import { slots } from '@/database/slots'

/** Those who wait hold their file in memory. */
const turns = slots({ max: 1, line: 12, patience: 60_000 })

/**
 * Lets uploads wait for their turn before their transaction is open. A transaction that waits for a decoder would keep
 * others from writing.
 */
export const uploadsInLine: Endpoint[] = [inLine('post', '/'), inLine('patch', '/:id')]

function inLine(method: 'post' | 'patch', path: string): Endpoint {
  const handler = async (req: PayloadRequest): Promise<Response> => {
    const next = (req.payload.collections.media.config.endpoints || []).find(
      (one) => one.method === method && one.path === path && one.handler !== handler,
    )
    if (!next) throw new Error(`Expected Payload's own endpoint for ${method} ${path}.`)
    // Whoever is not signed in is refused by the access rule, without a place in the line.
    if (!member({ req })) return next.handler(req)
    await addDataAndFileToRequest(req)
    // The next handler would read the body again.
    Object.defineProperty(req, 'body', { value: null })
    if (!req.file) return next.handler(req)
    const giveBack = await turns.take()
    try {
      return await next.handler(req)
    } finally {
      giveBack()
    }
  }
  return { method, path, handler }
}
