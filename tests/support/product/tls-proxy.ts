import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { request } from 'node:http'
import { createServer } from 'node:https'

export type TlsProxy = { origin: string; stop: () => Promise<void> }

type ProxyOptions = {
  /** By default a free one. */
  port?: number
  /** Where requests go, such as http://localhost:3000. */
  to: string
  /** What it notes of a request: headers that are added. */
  notes?: Record<string, string>
  /** Sends the upstream's own name as `Host`, as many proxies do unless told otherwise. */
  replacesHost?: boolean
}

/** A proxy that ends TLS with a certificate of its own, for localhost, and passes requests on. */
export async function tlsProxy({
  port = 0,
  to,
  notes = {},
  replacesHost = false,
}: ProxyOptions): Promise<TlsProxy> {
  const upstream = new URL(to)
  const server = createServer(selfSigned(), (asked, answer) => {
    const headers = { ...asked.headers, ...notes, ...(replacesHost ? { host: upstream.host } : {}) }
    const passed = request(
      { hostname: upstream.hostname, port: upstream.port, path: asked.url, method: asked.method, headers },
      (answered) => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers)
        answered.pipe(answer)
      },
    )
    passed.on('error', () => answer.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('Expected the proxy to listen on a port.')
  return {
    origin: `https://localhost:${address.port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A certificate for localhost, signed by itself (RFC 5280), valid for a day. Node makes keys, and no certificates. */
function selfSigned(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(objectId(commonName), der(0x0c, Buffer.from('localhost')))))
  const day = 24 * 60 * 60_000
  const validity = sequence(time(Date.now() - day), time(Date.now() + day))
  const alternative = sequence(der(0x82, Buffer.from('localhost')))
  const extensions = der(0xa3, sequence(sequence(objectId(subjectAltName), der(0x04, alternative))))
  const algorithm = sequence(objectId(ecdsaWithSha256))
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  )
  return {
    key: pemOf(privateKey),
    cert: certificate(sequence(body, algorithm, bits(signed(body, privateKey)))),
  }
}

const commonName = [0x55, 0x04, 0x03]
const subjectAltName = [0x55, 0x1d, 0x11]
const ecdsaWithSha256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]

/** One value in DER (X.690): its tag, its length, its content. */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...parts: Buffer[]) => der(0x30, Buffer.concat(parts))
const set = (...parts: Buffer[]) => der(0x31, Buffer.concat(parts))
const objectId = (bytes: number[]) => der(0x06, Buffer.from(bytes))
const bits = (bytes: Buffer) => der(0x03, Buffer.concat([Buffer.from([0]), bytes]))
const time = (milliseconds: number) =>
  der(0x18, Buffer.from(`${new Date(milliseconds).toISOString().replace(/\D/g, '').slice(0, 14)}Z`))
const signed = (body: Buffer, key: KeyObject) => sign('sha256', body, key)
const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
const certificate = (bytes: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
