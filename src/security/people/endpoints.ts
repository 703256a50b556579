import { APIError, addDataAndFileToRequest, type Endpoint, Forbidden, type PayloadRequest } from 'payload'
import { member } from '@/access/roles'
import { eraseUser } from './erase-user'
import { userExport } from './export-user'

const exported: Endpoint = {
  path: '/:id/export',
  method: 'get',
  handler: async (req) => {
    const { asking, userId } = asked(req)
    if (asking.role !== 'admin' && asking.id !== userId) throw new Forbidden(req.t)
    return Response.json(await userExport(req.payload, userId), {
      headers: {
        'Cache-Control': 'no-store',
        'Content-Disposition': `attachment; filename="terbit-user-${userId}.json"`,
      },
    })
  },
}

const erased: Endpoint = {
  path: '/:id/erase',
  method: 'post',
  handler: async (req) => {
    const { asking, userId } = asked(req)
    if (asking.role !== 'admin' || asking.id === userId) throw new Forbidden(req.t)
    await addDataAndFileToRequest(req)
    const { byline } = (req.data ?? {}) as { byline?: unknown }
    if (byline !== undefined && typeof byline !== 'boolean')
      throw new APIError('Expected `byline` to be true or false.', 400, undefined, true)
    await eraseUser(req.payload, userId, { byline: byline ?? false })
    return Response.json({ erased: userId })
  },
}

/** Users export what is kept about them. Admins do so for everybody, and erase others. */
export const peopleEndpoints = [exported, erased]

function asked(req: PayloadRequest) {
  const asking = member({ req })
  const userId = String(req.routeParams?.id)
  if (!asking || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(userId)) throw new Forbidden(req.t)
  return { asking, userId }
}
