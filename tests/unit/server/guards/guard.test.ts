import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { largestUpload } from '@/media/upload-limits'
import { mostOfActions } from '@/server/guards/body-bound'
import english from '../../../../locales/en/admin.json'
import { head, type Served, served, session, signingSecret } from './served'

let server: Served
beforeAll(async () => {
  server = await served()
})
afterAll(() => server.close())

const megabyte = 1024 * 1024
const statusOf = (answer: string) => Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1])
const json = { 'Content-Type': 'application/json' }
const signedIn = (token = session()) => ({ Authorization: `JWT ${token}` })

describe('the first line of a request', () => {
  test.each([
    ['GET', `/id?q=${'a'.repeat(12_300)}`, 414],
    ['BREW', '/id', 400],
    ['PROPFIND', '/id', 501],
    ['PUT', '/id', 405],
    ['POST', '/id/blog/artikel', 405],
    ['TRACE', '/id', 405],
    ['OPTIONS', '/id/rss.xml', 204],
    ['DELETE', '/admin', 405],
    ['POST', '/api/og?title=a', 405],
    ['GET', '/internal/purge', 405],
    ['GET', '*', 400],
    ['OPTIONS', '*', 400],
    ['GET', 'ftp://terbit.example/id', 400],
    ['GET', 'terbit.example:443', 400],
    ['GET', 'https://', 400],
    ['CONNECT', 'terbit.example:443', 405],
    ['GET', '/id', 200],
    ['POST', '/admin/login', 200],
    ['PATCH', '/api/articles/1', 200],
    ['OPTIONS', '/api/articles', 200],
  ])('the first line of a request: %s %s is answered %i', async (method, url, status) => {
    expect(statusOf(await server.send(head(`${method} ${url}`)))).toBe(status)
  })

  test('the first line of a request: a method that an address does not take is told which it takes', async () => {
    expect(await server.send(head('PUT /id'))).toMatch(/^Allow: GET, HEAD\r$/m)
    expect(await server.send(head('TRACE /admin'))).toMatch(/^Allow: GET, HEAD, POST\r$/m)
  })

  test('the first line of a request: an address with its origin is read as the same without', async () => {
    await server.send(head('GET https://other.example/id?a=1'))
    await server.send(head('GET http://other.example'))
    expect(server.read.slice(-2).map(({ url }) => url)).toEqual(['/id?a=1', '/'])
  })

  test('the first line of a request: an origin that is no address is refused', async () => {
    expect(statusOf(await server.send(head('POST /admin', { Origin: 'x', 'Content-Length': 0 })))).toBe(400)
  })
})

describe('the size of a body', () => {
  test.each([
    ['announced', (size: number) => [head('POST /api/users/login', { ...json, 'Content-Length': size })]],
    [
      'announced, with the body behind it',
      (size: number) => [
        head('POST /api/users/login', { ...json, 'Content-Length': size }),
        Buffer.alloc(size, 32),
      ],
    ],
    [
      'in chunks',
      (size: number) => [
        head('POST /api/users/login', { ...json, 'Transfer-Encoding': 'chunked' }),
        `${size.toString(16)}\r\n`,
        Buffer.alloc(size, 32),
        '\r\n0\r\n\r\n',
      ],
    ],
    [
      'of a form',
      (size: number) => [
        head('POST /api/articles', {
          'Content-Type': 'application/x-www-form-urlencoded',
          'X-Payload-HTTP-Method-Override': 'GET',
          'Content-Length': size,
        }),
        Buffer.alloc(size, 97),
      ],
    ],
    [
      'of an action of the admin panel',
      (size: number) => [
        head('POST /admin', { 'Next-Action': 'a', 'Content-Length': size }),
        Buffer.alloc(size, 97),
      ],
    ],
  ])('a body of a stranger is 1 MB at most: %s', async (_how, request) => {
    const before = server.read.length
    const answer = await server.send(...request(megabyte + 1))
    expect(statusOf(answer)).toBe(413)
    expect(server.read).toHaveLength(before)
  })

  test('a body of a stranger may be 1 MB', async () => {
    const announced = head('POST /api/users/login', { ...json, 'Content-Length': megabyte })
    expect(statusOf(await server.send(announced, Buffer.alloc(megabyte, 32)))).toBe(200)
  })

  test('a body that is too large is refused before it is sent, if the client asks', async () => {
    const asks = { ...json, 'Content-Length': 2 * megabyte, Expect: '100-continue' }
    expect(statusOf(await server.send(head('POST /api/users/login', asks)))).toBe(413)
  })

  test.each([
    ['a session of another secret', session({ key: `${signingSecret}!` })],
    ['a session that has run out', session({ seconds: -1 })],
    ['a session whose signature is cut', session().slice(0, -1)],
    ['no session at all', 'a.b.c'],
  ])('a body with %s is that of a stranger', async (_what, token) => {
    const request = head('PATCH /api/articles/1', {
      ...json,
      ...signedIn(token),
      'Content-Length': 2 * megabyte,
    })
    expect(statusOf(await server.send(request))).toBe(413)
  })

  test.each([
    ['in a header', signedIn()],
    ['in a cookie', { Cookie: `theme=dark; terbit-token=${session()}` }],
    ['in a cookie of https', { Cookie: `__Host-terbit-token=${session()}` }],
  ])(
    'a body of somebody who is signed in, %s, may be what a post of 1 MB becomes',
    async (_where, credentials) => {
      const size = 12 * megabyte
      const request = head('PATCH /api/articles/1', { ...json, ...credentials, 'Content-Length': size })
      expect(statusOf(await server.send(request, Buffer.alloc(size, 32)))).toBe(200)
      const more = head('PATCH /api/articles/1', { ...json, ...credentials, 'Content-Length': 17 * megabyte })
      expect(statusOf(await server.send(more))).toBe(413)
    },
  )

  test('a body that is too large is refused in the language of the editor, in the form that the panel shows', async () => {
    const answer = await server.send(
      head('PATCH /api/articles/1', {
        ...json,
        ...signedIn(),
        'Accept-Language': 'en',
        'Content-Length': 17 * megabyte,
      }),
    )
    const { errors } = JSON.parse(answer.split('\r\n\r\n')[1] ?? '') as { errors: { message: string }[] }
    expect(errors[0]?.message).toBe(english.errors.tooLarge.replace('{{megabytes}}', '16'))
  })
})

describe('an upload', () => {
  const upload = (part: string, size = 10, headers: Record<string, string | number> = signedIn()) => {
    const body = `--grenze\r\n${part}\r\n\r\n${'x'.repeat(size)}\r\n--grenze--\r\n`
    return [
      head('POST /api/media', {
        'Content-Type': 'multipart/form-data; boundary=grenze',
        'Content-Length': Buffer.byteLength(body),
        ...headers,
      }),
      body,
    ]
  }
  const file = (type: string) =>
    `Content-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: ${type}`

  test('an upload of a picture is read', async () => {
    expect(statusOf(await server.send(...upload(file('image/png'))))).toBe(200)
  })

  test.each(['text/html', 'image/svg+xml', 'application/octet-stream', 'image/pngx', ''])(
    'an upload of the type `%s` is refused',
    async (type) => {
      expect(statusOf(await server.send(...upload(file(type))))).toBe(400)
    },
  )

  test('an upload by a stranger is refused before anything is read', async () => {
    expect(statusOf(await server.send(...upload(file('image/png'), 10, {})))).toBe(401)
  })

  test('an upload larger than a picture may be is refused', async () => {
    expect(statusOf(await server.send(...upload(file('image/png'), largestUpload + 2 * megabyte)))).toBe(413)
  })

  test('an upload is refused by its kind whatever the pieces in which it arrives', async () => {
    const [announced = '', body = ''] = upload(file('text/html'))
    const pieces = [...body].map((byte) => `1\r\n${byte}\r\n`)
    const chunked = announced.replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked')
    expect(statusOf(await server.send(chunked, ...pieces, '0\r\n\r\n'))).toBe(400)
  })

  test('an upload elsewhere is refused', async () => {
    const [announced = '', body = ''] = upload(file('image/png'))
    expect(statusOf(await server.send(announced.replace('/api/media', '/api/users/login'), body))).toBe(400)
  })

  test.each([
    ['multipart/form-data', 400],
    ['multipart/form-data; boundary=a; boundary=b', 400],
  ])('an upload of %s is refused', async (type, status) => {
    const request = head('POST /api/media', { ...signedIn(), 'Content-Type': type, 'Content-Length': 10 })
    expect(statusOf(await server.send(request, '0123456789'))).toBe(status)
  })

  test('an upload of thousands of parts is refused', async () => {
    const part = '--grenze\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'
    const body = `${part.repeat(1_001)}--grenze--\r\n`
    const request = head('POST /api/users/login', {
      'Content-Type': 'multipart/form-data; boundary=grenze',
      'Content-Length': body.length,
    })
    expect(statusOf(await server.send(request, body))).toBe(400)
  })
})

describe('what proxies note', () => {
  const settled = async (headers: Record<string, string>) => {
    await server.send(head('GET /foo', headers))
    return server.read.at(-1)?.headers
  }

  test('what proxies note is replaced, whoever sent it, but for the addresses of clients', async () => {
    const headers = await settled({
      'X-Forwarded-Proto': 'https, http',
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Port': '1',
      'X-Forwarded-For': '192.0.2.1',
      Forwarded: 'proto=https',
    })
    expect(headers).toMatchObject({
      'x-forwarded-proto': 'http',
      'x-forwarded-host': 'terbit.example',
      'x-forwarded-for': '192.0.2.1',
    })
    expect(headers).not.toHaveProperty('x-forwarded-port')
    expect(headers).not.toHaveProperty('forwarded')
  })

  test.each([
    [
      'the page came from the host that was asked',
      'http://127.0.0.1:3000',
      '127.0.0.1:3000',
      '127.0.0.1:3000',
    ],
    ['a proxy replaced the host', 'https://terbit.example', '127.0.0.1:3000', 'terbit.example'],
    ['the page is of another site', 'https://evil.example', '127.0.0.1:3000', 'terbit.example'],
    ['the origin is hidden', 'null', 'null', 'terbit.example'],
  ])(
    'what proxies note says the host by which Next knows a form of ours: %s',
    async (_what, origin, host, noted) => {
      const request = head('GET /foo', { Origin: origin }).replace('Host: terbit.example', `Host: ${host}`)
      await server.send(request)
      expect(server.read.at(-1)?.headers['x-forwarded-host']).toBe(noted)
    },
  )
})

test('an answer that does not begin in time is given up with 503', async () => {
  let late = () => {}
  const slow = await served({ answersWithin: 20 }, (_request, response) => {
    late = () => {
      response.setHeader('X-Late', '1')
      response.writeHead(200)
      response.end('late')
    }
  })
  const answer = await slow.send(head('GET /id'))
  expect(answer).toMatch(/^HTTP\/1.1 503[\s\S]*Retry-After: 5/)
  expect(late).not.toThrow()
  await slow.close()
})

test('Next reads as much of an action as the guard lets pass', () => {
  const [, megabytes] = /bodySizeLimit: (\d+) \* megabyte/.exec(readFileSync('next.config.mjs', 'utf8')) ?? []
  expect(Number(megabytes) * megabyte).toBe(mostOfActions)
})
