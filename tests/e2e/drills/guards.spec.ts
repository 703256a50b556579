import { request as http } from 'node:http'
import { Client } from 'pg'
import { freePort } from '@/database/embedded/postgres-process'
import { hrefFor } from '@/site/hrefs'
import { Api } from '../../support/product/api'
import { type Installation, type Running, startProduct } from '../../support/product/product'
import { hireStaff, password, people } from '../../support/product/staff'
import { type TlsProxy, tlsProxy } from '../../support/product/tls-proxy'
import { bodyOf } from '../../support/samples/bodies'
import { demonstration } from '../../support/samples/demonstration'
import { newArticle, saved } from '../admin/support/panel'
import { test as base, expect } from '../test'

type Site = Installation & Running & { port: number; publicPort: number; api: Api }

/** A product whose readers use https, and that itself listens on the default host without. */
const test = base.extend<object, { site: Site }>({
  site: [
    async ({}, use) => {
      const installation = await demonstration()
      const publicPort = await freePort()
      installation.env.SITE_URL = `https://localhost:${publicPort}`
      const running = await startProduct(installation)
      try {
        await hireStaff(installation, running)
        const api = await new Api(installation.origin).signIn(people.editor, password)
        await use({ ...installation, ...running, port: Number(installation.env.PORT), publicPort, api })
      } finally {
        await running.stop()
        await installation.remove()
      }
    },
    { scope: 'worker', timeout: 300_000 },
  ],

  // Without this, the product of other tests is started too.
  baseURL: ({ site }, use) => use(site.origin),
})

const proxies = [
  ['notes nothing', {}],
  ['replaces the host', { replacesHost: true }],
  ['notes what it was asked', { notes: { 'x-forwarded-proto': 'https', 'x-forwarded-port': '443' } }],
  [
    'replaces the host, and notes the first',
    { replacesHost: true, notes: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'terbit.example' } },
  ],
] as const

const proxyOf = ({ origin, publicPort }: Site, options: object): Promise<TlsProxy> =>
  tlsProxy({ port: publicPort, to: origin, ...options })

const addresses = [
  '/',
  '/id',
  '/foo',
  '/id/foo',
  '/id/blog/',
  '/blog/old.html',
  '/id/blog/old.html',
  '/en/search?q=kota',
  '/sitemap.xml',
  '/id/sitemap/articles.xml',
  '/id/rss.xml',
  '/id/atom.xml',
  '/en/feed.json',
  '/llms.txt',
  '/robots.txt',
  '/icons/favicon.svg',
  '/api/og?title=Kota',
  '/api/articles?locale=id',
  '/api/nothing',
  '/admin/login',
  '/admin',
  '/setup?token=none',
  '/health/live',
  '/health/ready',
]

for (const [does, options] of proxies)
  test(`every address answers behind a proxy with TLS that ${does} as it does without`, async ({
    playwright,
    site,
  }) => {
    test.slow()
    const { publicPort } = site
    const proxy = await proxyOf(site, options)
    const client = await playwright.request.newContext({ ignoreHTTPSErrors: true, maxRedirects: 0 })
    const answer = async (origin: string, path: string) => {
      const response = await client.get(origin + path, { maxRedirects: 0 })
      const location = response.headers().location?.replace(/^https?:\/\/(?:localhost|127\.0\.0\.1):\d+/, '')
      return { path, status: response.status(), location }
    }
    const differing = []
    for (const path of addresses) {
      const [without, behind] = [await answer(site.origin, path), await answer(proxy.origin, path)]
      if (behind.status >= 500 || JSON.stringify(without) !== JSON.stringify(behind))
        differing.push({ without, behind })
    }
    await client.dispose()
    await proxy.stop()
    expect(proxy.origin).toBe(`https://localhost:${publicPort}`)
    expect(differing).toEqual([])
  })

for (const [does, options] of proxies.slice(0, 2))
  test(`an editor signs in and writes behind a proxy with TLS that ${does}`, async ({ browser, site }) => {
    test.slow()
    const proxy = await proxyOf(site, options)
    const context = await browser.newContext({ baseURL: proxy.origin, ignoreHTTPSErrors: true })
    const page = await context.newPage()
    const refused: string[] = []
    let actions = 0
    page.on('response', (response) => {
      if (response.request().headers()['next-action']) actions++
      if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`)
    })
    await page.goto('/admin/login')
    await page.locator('#field-email').fill(people.editor)
    await page.locator('#field-password').fill(password)
    await page.locator('form button[type=submit]').click()
    await page.waitForURL('**/admin')
    await newArticle(page, 'id')
    const done = saved(page)
    await page.locator('#field-title').fill(`Ditulis di balik TLS: ${does}`)
    await done
    await expect.poll(() => actions).toBeGreaterThan(0)
    expect(refused).toEqual([])
    await context.close()
    await proxy.stop()
  })

/** Sends a body of zeros without saying how long it is, and returns the status, and how much was sent until then. */
function flood({ port }: Site, path: string, size: number): Promise<{ status: number; sent: number }> {
  return new Promise((resolve, reject) => {
    const piece = Buffer.alloc(64 * 1024)
    let sent = 0
    const asked = http({
      port,
      host: '127.0.0.1',
      path,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    })
    asked.on('response', (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode ?? 0, sent })
      asked.destroy()
    })
    asked.on('error', reject)
    const more = () => {
      while (sent < size && !asked.destroyed) {
        sent += piece.length
        if (!asked.write(piece)) return asked.once('drain', more)
      }
      return asked.end()
    }
    more()
  })
}

test('bodies of 200 MB are refused at their first megabytes, and pages are served meanwhile', async ({
  site,
}) => {
  const [page] = await Promise.all([
    fetch(`${site.origin}/id`),
    ...['/api/users/login', '/api/articles', '/api/media'].map(async (path) => {
      const { status, sent } = await flood(site, path, 200 * 1024 * 1024)
      expect([path, status]).toEqual([path, 413])
      expect(sent).toBeLessThan(32 * 1024 * 1024)
    }),
  ])
  expect(page.status).toBe(200)
})

test('an article that cannot be rendered harms its own page alone', async ({ site }) => {
  test.slow()
  const publish = (title: string) =>
    site.api.create('articles', { title, body: bodyOf('Isi.'), _status: 'published' }, { locale: 'id' })
  const bad = await publish('Terlalu dalam')
  await nestStored(site, bad.id, 1_000)
  await publish('Baik-baik saja')
  const text = async (path: string) => {
    const answer = await fetch(site.origin + path)
    return { status: answer.status, text: await answer.text() }
  }
  for (const path of ['/id/rss.xml', '/id/atom.xml', '/id/feed.json', '/id', '/id/blog', '/llms.txt']) {
    await expect.poll(async () => (await text(path)).status, { message: path }).toBe(200)
    await expect.poll(async () => (await text(path)).text, { message: path }).toContain('Baik-baik saja')
  }
  expect((await text('/id/rss.xml')).text).not.toContain('Terlalu dalam')
  expect((await text(hrefFor({ page: 'article', locale: 'id', slug: String(bad.slug) }))).status).toBe(500)
  expect(site.log()).toContain(`The document ${bad.id} is left out`)
})

/** Writes a body past all rules, as an earlier version saved it. */
async function nestStored({ env }: Installation, id: string, levels: number): Promise<void> {
  const quotes = (inner: string) =>
    `${'{"type":"quote","version":1,"format":"","indent":0,"direction":null,"children":['.repeat(levels)}${inner}${']}'.repeat(levels)}`
  const body = JSON.stringify({ ...bodyOf('a') }).replace(
    /("children":\[)(.*)(\])/,
    (_, before, inner, after) => `${before}${quotes(inner)}${after}`,
  )
  const client = new Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  await client.query('update articles_locales set body = $1 where _parent_id = $2 and _locale = $3', [
    body,
    id,
    'id',
  ])
  await client.end()
}

test('cards that are too many at once are told to come again', async ({ site }) => {
  const statuses = await Promise.all(
    Array.from({ length: 150 }, async (_, number) => {
      const answer = await fetch(`${site.origin}/api/og?title=Antre%20${number}%20${Date.now()}`)
      await answer.arrayBuffer()
      return answer.status
    }),
  )
  expect([...new Set(statuses)].sort()).toEqual([200, 503])
})
