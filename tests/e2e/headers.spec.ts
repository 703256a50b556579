import { test as base, expect } from '@playwright/test'
import { fallbackForVisitors, locales } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { startProduct } from '../support/product/product'
import { password, people } from '../support/product/staff'
import { demonstration } from '../support/samples/demonstration'
import { nowhere, pageTypes } from './readers/support/magazine'

const siteUrl = 'https://terbit.example'

type Site = {
  ask: (path: string, init?: RequestInit) => Promise<Response>
  /** The token of the set-up link. */
  token: string
}

/** A product that its readers know by an address with TLS. The proxy that would end it asks by plain HTTP. */
const test = base.extend<object, { site: Site }>({
  site: [
    async ({}, use) => {
      const installation = await demonstration()
      installation.env.SITE_URL = siteUrl
      const running = await startProduct(installation)
      await use({
        ask: (path, init) => fetch(installation.origin + path, { redirect: 'manual', ...init }),
        token: /\/setup\?token=(\S+)/.exec(running.log())?.[1] ?? '',
      })
      await running.stop()
      await installation.remove()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

const readers =
  /script-src 'sha256-\S+ 'sha256-\S+; require-trusted-types-for 'script'; trusted-types 'none'$/
const preview = /script-src 'nonce-\S+ 'strict-dynamic' 'sha256-/
const panel = /script-src 'nonce-\S+ 'strict-dynamic';/
const file = /; sandbox$/

/** Answers of every class: what is asked for, the status, the policy, and whether other sites may show it. */
const answers: [path: string, status: number, policy: RegExp | null, foreign?: 'cross-origin'][] = [
  ...locales.flatMap((locale) => [
    ...Object.values(pageTypes(locale)).map((path) => [path, 200, readers] as [string, number, RegExp]),
    [`${hrefFor({ page: 'search', locale })}?q=kopi`, 200, readers] as [string, number, RegExp],
    [nowhere(locale), 404, readers] as [string, number, RegExp],
    [`/${locale}/preview/none`, 404, preview] as [string, number, RegExp],
  ]),
  ['/tidak-ada', 404, preview],
  ['/', 307, file],
  ['/id/blog/', 308, null],
  ['/id/rss.xml', 200, file, 'cross-origin'],
  ['/id/feed.json', 200, file, 'cross-origin'],
  ['/id/atom.xml', 200, file, 'cross-origin'],
  ['/sitemap.xml', 200, file, 'cross-origin'],
  ['/robots.txt', 200, file, 'cross-origin'],
  ['/llms.txt', 200, file, 'cross-origin'],
  ['/id/manifest.webmanifest', 200, file, 'cross-origin'],
  ['/icons/favicon.svg', 200, file, 'cross-origin'],
  ['/api/og?title=Kopi&locale=id', 200, file, 'cross-origin'],
  ['/api/articles?limit=1', 200, file],
  ['/api/users', 403, file],
  ['/api/nowhere', 404, file],
  ['/health/live', 200, file],
  ['/health/ready', 200, file],
  ['/_next/static/none.js', 404, null],
  ['/setup?token=wrong', 403, preview],
  ['/admin/login', 200, panel],
]

test('every class of answer has the headers that keep its reader safe', async ({ site }) => {
  const home = await (await site.ask(`/${fallbackForVisitors}`)).text()
  const [picture = ''] = /\/api\/media\/file\/[^"\s?]+/.exec(home) ?? []
  const [style = ''] = /\/_next\/static\/[^"\s]+\.css/.exec(home) ?? []
  const [font = ''] = /\/fonts\/[^"\s]+\.woff2/.exec(home) ?? []
  const found: typeof answers = [
    [picture, 200, file, 'cross-origin'],
    [style, 200, file],
    [font, 200, file],
  ]
  for (const [path, status, policy, foreign] of [...answers, ...found]) {
    // The second time from what is kept, where it is.
    for (const time of ['first', 'second']) {
      const { headers, ...answer } = await site.ask(path).then(async (got) => {
        await got.arrayBuffer()
        return { headers: got.headers, status: got.status }
      })
      const of = (name: string) => headers.get(name) ?? ''
      const what = `${path}, the ${time} time`
      expect.soft(answer.status, what).toBe(status)
      expect.soft(of('x-content-type-options'), what).toBe('nosniff')
      expect.soft(of('referrer-policy'), what).toMatch(/^(strict-origin-when-cross-origin|no-referrer)$/)
      expect.soft(of('x-frame-options'), what).toBe('SAMEORIGIN')
      expect.soft(of('permissions-policy'), what).toContain('camera=(), ')
      expect.soft(of('cross-origin-opener-policy'), what).toBe('same-origin')
      expect.soft(of('cross-origin-resource-policy'), what).toBe(foreign ?? 'same-origin')
      expect.soft(of('strict-transport-security'), what).toMatch(/^max-age=\d{8}$/)
      const csp = of('content-security-policy')
      for (const always of [
        "default-src 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "form-action 'self'",
      ])
        expect.soft(csp, what).toContain(always)
      expect.soft(csp, what).not.toMatch(/script-src[^;]*'unsafe/)
      if (policy) expect.soft(csp, what).toMatch(policy)
    }
  }
})

test('the page that a browser has keeps the policy that it came with', async ({ site }) => {
  const first = await site.ask('/en/blog')
  const again = await site.ask('/en/blog', { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } })
  expect(again.status).toBe(304)
  expect(again.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'))
})

test("every script of the panel carries the answer's own nonce", async ({ site }) => {
  const answer = await site.ask('/admin/login')
  const [, nonce] = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? []
  const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? []
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
})

test('on a site with TLS the session has a cookie that only this host can set', async ({ site }) => {
  const followed = await site.ask(`/setup?token=${site.token}`)
  const [setup = ''] = followed.headers.getSetCookie()
  expect(setup).toMatch(/^__Host-terbit-setup=[^;]+; Path=\/;.*; Secure$/)
  const register = (cookie: string) =>
    site.ask('/api/users/first-register', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie, Origin: siteUrl },
      body: JSON.stringify({ email: people.admin, password, name: 'Sari' }),
    })
  expect((await register(`terbit-setup=${site.token}`)).status).toBe(403)
  const registered = await register(setup.split(';')[0] ?? '')
  expect(registered.status).toBe(200)
  const cookies = registered.headers.getSetCookie()
  const named = (name: string) => cookies.find((cookie) => cookie.startsWith(`${name}=`)) ?? ''
  const [session, ended] = [named('__Host-terbit-token'), named('__Host-terbit-setup')]
  expect(session).toMatch(/^__Host-terbit-token=[^;]+;.*Path=\/; Secure/)
  expect(session).not.toMatch(/domain/i)
  expect(ended).toMatch(/^__Host-terbit-setup=;.*; Secure$/)

  const [pair = ''] = session.split(';')
  const me = async (cookie: string, origin = siteUrl) =>
    (await (await site.ask('/api/users/me', { headers: { Cookie: cookie, Origin: origin } })).json()).user
      ?.email
  expect(await me(pair)).toBe(people.admin)
  expect(await me(pair, 'https://evil.example')).toBeUndefined()
  expect(await me(pair.replace('__Host-', ''))).toBeUndefined()
  const post = (path: string) =>
    site.ask(`/api/users/${path}`, { method: 'POST', headers: { Cookie: pair, Origin: siteUrl } })
  const refreshed = (await post('refresh-token')).headers.getSetCookie()
  expect(refreshed.join()).toMatch(/^__Host-terbit-token=[^;]+;.*Secure/)
  const panelOf = (cookie: string) => site.ask('/admin', { headers: { Cookie: cookie } })
  expect((await panelOf(pair)).status).toBe(200)
  const left = await post('logout')
  expect(left.headers.getSetCookie().join()).toMatch(/^__Host-terbit-token=;.*Secure/)
  expect(await me(pair)).toBeUndefined()
})
