import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { type GuardOptions, guardOthers, refused } from '@/server/guards/guard'

export const signingSecret = 'a secret for tests alone'

type Read = { url: string; headers: IncomingMessage['headers']; body: string }

export type Served = {
  port: number
  /** The requests that passed, and were read to their end. */
  read: Read[]
  /** Sends these bytes, and returns all that is answered before the connection ends or falls silent. */
  send: (...pieces: (string | Buffer)[]) => Promise<string>
  close: () => Promise<void>
}

/** A server behind the guards that reads whatever passes, and answers 200. */
export async function served(
  options: Partial<GuardOptions> = {},
  answer: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) =>
    response.end('read'),
): Promise<Served> {
  const read: Read[] = []
  const settings = {
    siteUrl: 'https://terbit.example',
    secret: signingSecret,
    answersWithin: 1_000,
    uploadsWithin: 1_000,
  }
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    if (refused(request, response, { ...settings, ...options })) return
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('error', () => undefined)
    request.on('end', () => {
      read.push({ url: request.url ?? '', headers: request.headers, body })
      answer(request, response)
    })
  }
  const server = createServer(handle)
  guardOthers(server, handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    read,
    send: (...pieces) => talk(port, pieces),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A request, whose head gets the headers that it needs. */
export const head = (line: string, headers: Record<string, string | number> = {}): string =>
  `${[`${line} HTTP/1.1`, 'Host: terbit.example', ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n`

/** A session as Payload signs it. */
export function session({ key = signingSecret, seconds = 60 } = {}): string {
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')
  const signing = createHash('sha256').update(key).digest('hex').slice(0, 32)
  const words = `${part({ alg: 'HS256' })}.${part({ id: 'x', exp: Math.floor(Date.now() / 1000) + seconds })}`
  return `${words}.${createHmac('sha256', signing).update(words).digest('base64url')}`
}

function talk(port: number, pieces: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    const socket = connect(port, '127.0.0.1', () => {
      for (const piece of pieces) socket.write(piece)
    })
    const done = () => {
      socket.destroy()
      resolve(said)
    }
    socket.on('data', (piece) => {
      said += piece
      // The last answer has its length, so nothing needs to be waited for.
      const [headers, body = ''] = said.split(/\r\n\r\n(?!HTTP)/)
      const length = Number(/content-length: (\d+)/i.exec(headers ?? '')?.[1] ?? Number.NaN)
      if (/^HTTP\/1.1 204[\s\S]*\r\n\r\n/.test(said)) done()
      else if (!/^HTTP\/1.1 100/.test(said) && Buffer.byteLength(body) >= length) done()
    })
    socket.on('close', done)
    socket.on('error', done)
  })
}
