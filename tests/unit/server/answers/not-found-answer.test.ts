import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as base, expect } from 'vitest'
import { fillNotFound } from '@/server/answers/not-found-answer'

type Site = {
  pageIn: Parameters<typeof fillNotFound>[2]
  says: (response: ServerResponse) => void
  ask: (path: string, method?: string) => Promise<Response>
}

const shell = (response: ServerResponse) => {
  response.statusCode = 404
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('etag', '"shell"')
  response.flushHeaders()
  response.write('<script>')
  response.end('</script>')
}

const test = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from the pattern.
  site: async ({}, use) => {
    const server = createServer((request, response) => {
      fillNotFound(request, response, site.pageIn)
      site.says(response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const site: Site = {
      pageIn: async (locale, article) => `${locale} ${article}`,
      says: shell,
      ask: (path, method = 'GET') => fetch(origin + path, { method }),
    }
    await use(site)
    server.closeAllConnections()
    server.close()
  },
})

test('the page of the reader’s language is sent in the place of the shell', async ({ site }) => {
  const answer = await site.ask('/id/blog/kopi')
  expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([404, null, 'id kopi'])
  const head = await site.ask('/en/x', 'HEAD')
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([404, '12', ''])
})

test('the status alone is sent where that page cannot be had', async ({ site }) => {
  site.pageIn = () => Promise.reject(new Error('The database is away.'))
  const answer = await site.ask('/id/x')
  expect([answer.status, await answer.text()]).toEqual([404, ''])
})

test.for(['/api/x', '/admin/x'])('%s keeps its own words', async (path, { site }) => {
  expect(await (await site.ask(path)).text()).toBe('<script></script>')
})

test('what is found passes in pieces', async ({ site }) => {
  site.says = (response) => {
    response.setHeader('content-type', 'text/html')
    response.write('one ')
    response.end('two')
  }
  const answer = await site.ask('/id')
  expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
    200,
    null,
    'one two',
  ])
})
