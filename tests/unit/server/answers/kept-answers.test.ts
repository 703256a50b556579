import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { test as base, expect } from 'vitest'
import { type KeptAnswers, keptAnswers } from '@/server/answers/kept-answers'
import { fleeting } from '@/site/fleeting'

type Site = {
  /** The server behind: how often it was asked, and its answer. */
  behind: { asked: number; says: (request: IncomingMessage, response: ServerResponse) => void }
  kept: KeptAnswers
  ask: (path: string, headers?: Record<string, string>, method?: string) => Promise<Response>
  /** Returns the bytes of an answer as sent, for a client that accepts these encodings. */
  bytes: (path: string, accepts: string) => Promise<Buffer>
}

const page = (text: string) => (_request: IncomingMessage, response: ServerResponse) => {
  response.setHeader('x-nextjs-cache', 'MISS')
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('etag', `"${text}"`)
  response.write('<p>')
  response.end(text)
}

const test = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from the pattern.
  site: async ({}, use) => {
    const behind: Site['behind'] = { asked: 0, says: page('one') }
    const kept = keptAnswers()
    const server: Server = createServer((request, response) => {
      if (kept.answered(request, response)) return
      behind.asked++
      behind.says(request, response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await use({
      behind,
      kept,
      ask: (path, headers = {}, method = 'GET') => fetch(origin + path, { headers, method }),
      bytes: (path, accepts) =>
        new Promise((resolve, reject) => {
          request(origin + path, { headers: { 'accept-encoding': accepts } }, (response) =>
            buffer(response).then(resolve, reject),
          ).end()
        }),
    })
    server.closeAllConnections()
    server.close()
  },
})

test('an answer that Next keeps is given again without asking, whatever the question in its address', async ({
  site,
}) => {
  expect(await (await site.ask('/id/blog')).text()).toBe('<p>one')
  const again = await site.ask('/id/blog?utm_source=x')
  expect(again.headers.get('x-nextjs-cache')).toBe('HIT')
  expect([again.status, again.headers.get('etag'), await again.text(), site.behind.asked]).toEqual([
    200,
    '"one"',
    '<p>one',
    1,
  ])
})

test('an answer that Next keeps is given to who has it already by its tag alone, and to HEAD without its text', async ({
  site,
}) => {
  await site.ask('/en')
  const known = await site.ask('/en', { 'If-None-Match': 'W/"one"' })
  expect([known.status, known.headers.get('etag'), await known.text()]).toEqual([304, '"one"', ''])
  const head = await site.ask('/en', {}, 'HEAD')
  expect([head.status, Number(head.headers.get('content-length')) > 0, await head.text()]).toEqual([
    200,
    true,
    '',
  ])
  expect(site.behind.asked).toBe(1)
})

test('an answer that Next keeps is asked for anew once something was published, also where that happens while it is made', async ({
  site,
}) => {
  await site.ask('/id/blog')
  site.kept.forget()
  site.behind.says = (request, response) => {
    // Something is published while this answer is made, so it holds the old content.
    site.kept.forget()
    page('before')(request, response)
  }
  expect(await (await site.ask('/id/blog')).text()).toBe('<p>before')
  site.behind.says = page('two')
  expect(await (await site.ask('/id/blog')).text()).toBe('<p>two')
})

test.for([
  ['/admin', {}],
  ['/id/preview/1', {}],
  ['/id/blog', { rsc: '1' }],
] as const)('what is not for everybody is never kept: %s %o', async ([path, headers], { site }) => {
  await site.ask(path, headers)
  await site.ask(path, headers)
  expect(site.behind.asked).toBe(2)
})

test('what was searched for is kept by the whole question, and has a tag', async ({ site }) => {
  site.behind.says = ({ url }, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<script src="/_next/a.js"></script>${url}`)
  }
  const first = await site.ask('/id/search?q=kopi')
  await first.text()
  const again = await site.ask('/id/search?q=kopi')
  expect(await again.text()).toBe('/id/search?q=kopi')
  expect([again.headers.get('etag'), site.behind.asked]).toEqual([first.headers.get('etag'), 1])
  expect(await (await site.ask('/id/search?q=teh')).text()).toContain('q=teh')
})

test.for([
  [200, '<template id="B:0"></template>'],
  [500, '<p>Sorry.</p>'],
] as const)(
  'answers to a search that only the runtime makes whole keep it: %d %s',
  async ([status, html], { site }) => {
    site.behind.says = (_, response) => {
      response.statusCode = status
      response.setHeader('content-type', 'text/html')
      response.end(`<script src="/_next/a.js"></script>${html}`)
    }
    expect(await (await site.ask('/id/search?q=kopi')).text()).toContain('_next')
  },
)

test('that there was too much to do is not kept', async ({ site }) => {
  site.behind.says = (_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<p ${fleeting}="">Later.</p>`)
  }
  await site.ask('/id/search?q=kopi')
  await site.ask('/id/search?q=kopi')
  expect(site.behind.asked).toBe(2)
})

test('what Next does not keep, or that is no page, is not kept', async ({ site }) => {
  for (const says of [
    (_: IncomingMessage, response: ServerResponse) => response.end('made for each'),
    (request: IncomingMessage, response: ServerResponse) => {
      response.statusCode = 404
      page('nothing')(request, response)
    },
  ]) {
    site.behind.says = says
    const before = site.behind.asked
    await site.ask('/id/blog/x')
    await site.ask('/id/blog/x')
    expect(site.behind.asked - before).toBe(2)
  }
})

test('an answer is compressed by what the reader can unpack', async ({ site }) => {
  expect(String(brotliDecompressSync(await site.bytes('/id', 'gzip, br')))).toBe('<p>one')
  expect(String(gunzipSync(await site.bytes('/id', 'br;q=0, gzip')))).toBe('<p>one')
  expect(String(await site.bytes('/id', 'identity'))).toBe('<p>one')
})

test.for([
  ['application/manifest+json', 200],
  ['text/html; charset=utf-8', 404],
] as const)(
  'what Next does not keep is made each time, and compressed where it is text: %s',
  async ([type, status], { site }) => {
    site.behind.says = (_, response) => {
      response.statusCode = status
      response.setHeader('content-type', type)
      response.write('made ')
      response.end('for each')
    }
    expect(String(brotliDecompressSync(await site.bytes('/id/x', 'br')))).toBe('made for each')
    expect(String(gunzipSync(await site.bytes('/id/x', 'gzip')))).toBe('made for each')
    expect(String(gunzipSync(await site.bytes('/id/x', 'gzip')))).toBe('made for each')
    expect(String(await site.bytes('/id/x', 'identity'))).toBe('made for each')
    expect(site.behind.asked).toBe(4)
  },
)

test('what is no text goes out as it is given', async ({ site }) => {
  site.behind.says = (_, response) => {
    response.setHeader('content-type', 'image/png')
    response.end('pixels')
  }
  expect(String(await site.bytes('/id/x.png', 'br'))).toBe('pixels')
})

test('an answer that comes whole says its length, and not that it comes in pieces', async ({ site }) => {
  site.behind.says = (request, response) => {
    response.setHeader('transfer-encoding', 'chunked')
    page('one')(request, response)
  }
  const { headers } = await site.ask('/id/blog/', { 'Accept-Encoding': 'identity' })
  expect([headers.get('content-length'), headers.get('transfer-encoding')]).toEqual(['6', null])
})
