import type { ServerResponse } from 'node:http'

/** Sends the status and the headers that the response has by now, and this body. */
type Give = (body?: string | Buffer) => void

/**
 * Holds back what Next writes, in pieces, for as long as `concerns` holds and nothing has been sent. With the last piece
 * `finish` is told all that was given, and gives what it makes of it. Any other answer passes as it is.
 */
export function holdBack(
  response: ServerResponse,
  concerns: () => boolean,
  finish: (given: Buffer, give: Give) => void,
): void {
  const own = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  }
  const isHeld = () => !response.headersSent && concerns()
  const pieces: Buffer[] = []
  Object.assign(response, {
    flushHeaders: () => (isHeld() ? undefined : own.flushHeaders()),
    writeHead: (...head: Parameters<typeof own.writeHead>) => {
      response.statusCode = head[0]
      return isHeld() ? response : own.writeHead(...head)
    },
    write: (...chunk: Parameters<typeof own.write>) => {
      if (!isHeld()) return own.write(...chunk)
      pieces.push(Buffer.from(chunk[0]))
      return true
    },
    end: (...chunk: Parameters<typeof own.end>) => {
      if (!isHeld()) return own.end(...chunk)
      const [last] = chunk
      if (typeof last === 'string' || last instanceof Uint8Array) pieces.push(Buffer.from(last))
      finish(Buffer.concat(pieces), (body) => {
        own.writeHead(response.statusCode)
        own.end(body)
      })
      return response
    },
  })
}
