import type { Server, ServerResponse } from 'node:http'

export type Drain = {
  /** True once the server has been asked to end. */
  draining: () => boolean
  /** Notes a request that is being answered. */
  serve: (response: ServerResponse) => void
  /**
   * Accepts no more connections and waits for the answers under way.
   * @returns how many of them were not finished after `limit` milliseconds
   */
  drain: (limit: number) => Promise<number>
}

/** Lets a server end without cutting an answer. */
export function drainOf(server: Pick<Server, 'close' | 'closeIdleConnections'>): Drain {
  const open = new Set<ServerResponse>()
  let ending = false
  let whenEmpty: () => void = () => undefined

  const lastOfItsConnection = (response: ServerResponse) => {
    if (!response.headersSent) response.shouldKeepAlive = false
  }

  return {
    draining: () => ending,
    serve(response) {
      open.add(response)
      if (ending) lastOfItsConnection(response)
      response.once('close', () => {
        open.delete(response)
        if (!ending) return
        // A connection becomes idle only after its answer has been closed.
        setImmediate(() => server.closeIdleConnections())
        if (open.size === 0) whenEmpty()
      })
    },
    async drain(limit) {
      ending = true
      for (const response of open) lastOfItsConnection(response)
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve())
        whenEmpty = resolve
        // Connections that carry no request need not be waited for.
        if (open.size === 0) resolve()
      })
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, limit)
      })
      await Promise.race([closed, late])
      clearTimeout(timer)
      return open.size
    },
  }
}
