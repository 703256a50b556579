import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { frameSources } from '@/richtext/embed-address'
import { nonceOf, secureHeaders } from '@/server/headers/security-headers'

const html = { 'Content-Type': 'text/html; charset=utf-8' }

/** Returns the address of a server that answers so, behind the headers. */
async function behindHeaders(answer: RequestListener, siteUrl = 'http://terbit.example'): Promise<string> {
  const server = createServer((request, response) => {
    secureHeaders(request, response, { siteUrl, production: true })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const policyOf = (answer: Response) => answer.headers.get('content-security-policy') ?? ''

const directive = (policy: string, name: string) =>
  policy.split('; ').find((one) => one.split(' ')[0] === name)

test("a reader's page may run our scripts by their hashes, and no others", async () => {
  const origin = await behindHeaders((_, response) => response.writeHead(200, html).end('<p>'))
  const policy = policyOf(await fetch(`${origin}/id/blog/kopi`))
  expect(directive(policy, 'script-src')).toMatch(/^script-src 'sha256-[^']{44}' 'sha256-[^']{44}'$/)
  expect(directive(policy, 'require-trusted-types-for')).toBe("require-trusted-types-for 'script'")
  expect(directive(policy, 'default-src')).toBe("default-src 'none'")
  expect(directive(policy, 'frame-src')).toBe(`frame-src ${frameSources.join(' ')}`)
})

test('the panel and previews get a nonce of one answer, which Next finds in the request', async () => {
  const origin = await behindHeaders((request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(request.headers['content-security-policy'])
  })
  const given: string[] = []
  for (const path of ['/admin', '/admin', '/admin/login', '/id/preview/1', '/en/moved', '/setup']) {
    const answer = await fetch(origin + path, {
      headers: { 'Content-Security-Policy': "script-src 'nonce-mine'" },
    })
    const [, nonce = ''] = /^script-src ('nonce-[^']+')$/.exec(await answer.text()) ?? []
    expect(directive(policyOf(answer), 'script-src')).toContain(nonce)
    expect(nonce).toMatch(/^'nonce-.{24}'$/)
    given.push(nonce)
  }
  expect(new Set(given).size).toBe(given.length)
})

test('a page that is kept for everybody sees no nonce, not even one that somebody sends', async () => {
  const origin = await behindHeaders((request, response) =>
    response.end(JSON.stringify(request.headers['content-security-policy'] ?? null)),
  )
  const headers = { 'Content-Security-Policy': "script-src 'nonce-mine'", RSC: '1' }
  expect(await (await fetch(`${origin}/id/blog/kopi`, { headers })).json()).toBeNull()
})

test('a page that was given a nonce on its way out has it in its policy', async () => {
  const origin = await behindHeaders((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.setHeader('x-nonce', nonceOf(response))
    response.writeHead(500).end()
  })
  const answer = await fetch(`${origin}/id`)
  const script = directive(policyOf(answer), 'script-src')
  expect(script).toContain(`'nonce-${answer.headers.get('x-nonce')}' 'strict-dynamic' 'sha256-`)
})

test('what is no page may load and run nothing', async () => {
  const origin = await behindHeaders((_, response) => response.end('<script>alert(1)</script>'))
  for (const path of ['/api/users', '/admin/x', '/id/rss.xml']) {
    const policy = policyOf(await fetch(origin + path))
    expect(directive(policy, 'script-src')).toBeUndefined()
    expect(directive(policy, 'default-src')).toBe("default-src 'none'")
    expect(policy).toMatch(/; sandbox$/)
  }
})

test('an answer that confirms what the browser has does not take the policy away from it', async () => {
  const origin = await behindHeaders((request, response) =>
    request.url === '/id' ? response.writeHead(304, html).end() : response.writeHead(304).end(),
  )
  expect(policyOf(await fetch(`${origin}/id`))).toContain("script-src 'sha256-")
  expect(policyOf(await fetch(`${origin}/api/media/file/a.webp`))).toBe('')
})

test.each([
  ['/id/blog/kopi', 'same-origin'],
  ['/api/users/me', 'same-origin'],
  ['/api/og/preview', 'same-origin'],
  ['/api/media/file/kopi.webp', 'cross-origin'],
  ['/api/og?title=x', 'cross-origin'],
  ['/id/rss.xml', 'cross-origin'],
  ['/en/tags/kopi/feed.json', 'cross-origin'],
])('the resource policy of %s is %s', async (path, policy) => {
  const origin = await behindHeaders((_, response) => response.end())
  expect((await fetch(origin + path)).headers.get('cross-origin-resource-policy')).toBe(policy)
})

test('on https browsers stay with TLS, and the session has a cookie of this host alone', async () => {
  const answer: RequestListener = (request, response) => {
    response.setHeader('Set-Cookie', ['terbit-token=new; Path=/; HttpOnly=true', 'terbit-lng=id'])
    response.end(request.headers.cookie)
  }
  const headers = { Cookie: 'terbit-token=evil; __Host-terbit-token=mine' }
  const overTls = await fetch(await behindHeaders(answer, 'https://terbit.example'), { headers })
  expect(overTls.headers.get('strict-transport-security')).toBe('max-age=31536000')
  expect(overTls.headers.getSetCookie()).toEqual([
    '__Host-terbit-token=new; Path=/; HttpOnly=true; Secure',
    'terbit-lng=id',
  ])
  expect(await overTls.text()).toBe('terbit-token=mine')
  const plain = await fetch(await behindHeaders(answer), { headers })
  expect(plain.headers.get('strict-transport-security')).toBeNull()
  expect(plain.headers.getSetCookie()[0]).toBe('terbit-token=new; Path=/; HttpOnly=true')
})

test('an answer keeps a header of its own', async () => {
  const origin = await behindHeaders((_, response) => {
    response.writeHead(200, ['Referrer-Policy', 'no-referrer', 'X-Own', '1']).end()
  })
  const { headers } = await fetch(`${origin}/setup`)
  expect([headers.get('referrer-policy'), headers.get('x-own')]).toEqual(['no-referrer', '1'])
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})
