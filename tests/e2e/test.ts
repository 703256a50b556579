import { type Browser, type BrowserContext, test as base, type Page } from '@playwright/test'
import { chromiumLaunch } from '../support/browser/chromium'
import { policyViolations } from '../support/browser/policy-violations'
import { Api } from '../support/product/api'
import { type Installation, type Running, startProduct } from '../support/product/product'
import { hireStaff, password, people } from '../support/product/staff'
import { demonstration } from '../support/samples/demonstration'

type PerWorker = {
  /** The product with its demonstration magazine, an admin and an editor. The tests of a worker share it. */
  terbit: Installation & Running
  /** The product's REST API, signed in as the editor. */
  api: Api
}

type PerTest = {
  /** Pages of signed-in users. */
  admin: Page
  editor: Page
  /** Hosts that pictures of imported articles may name. Requests to them get a made-up answer. */
  ignoredHosts: string[]
  /** Statuses with which the server may refuse the panel's own requests. */
  refusals: number[]
  /** Fails the test on an error in the browser, on what a policy refused, and on a request to another host. */
  watched: (context: BrowserContext) => Promise<void>
}

export const test = base.extend<PerTest, PerWorker>({
  launchOptions: [async ({}, use) => use(await chromiumLaunch()), { scope: 'worker' }],

  terbit: [
    async ({}, use) => {
      const installation = await demonstration()
      const running = await startProduct(installation)
      try {
        await hireStaff(installation, running)
        await use({ ...installation, ...running })
      } finally {
        await running.stop()
        await installation.remove()
      }
    },
    { scope: 'worker', timeout: 300_000 },
  ],

  api: [
    async ({ terbit }, use) => use(await new Api(terbit.origin).signIn(people.editor, password)),
    { scope: 'worker' },
  ],

  baseURL: async ({ terbit }, use) => use(terbit.origin),

  ignoredHosts: [[], { option: true }],
  refusals: [[], { option: true }],

  watched: async ({ terbit, ignoredHosts, refusals }, use, testInfo) => {
    const complaints: string[] = []
    const refusedByPolicy: string[][] = []
    const notFound: string[] = []
    const askedFor = new Set<string>()
    await use(async (context) => {
      refusedByPolicy.push(await policyViolations(context))
      context.on('weberror', (error) => complaints.push(`Error in the page: ${error.error().stack}`))
      context.on('response', (response) => {
        if (response.request().isNavigationRequest()) askedFor.add(response.url())
      })
      context.on('console', (message) => {
        if (message.type() !== 'error') return
        if (missing.test(message.text())) notFound.push(message.location().url)
        else if (!refusals.includes(statusOf(message.text())))
          complaints.push(`console.error: ${message.text()}`)
      })
      await context.route(
        (url) => url.protocol.startsWith('http') && url.origin !== terbit.origin,
        (route) => {
          const url = new URL(route.request().url())
          if (ignoredHosts.includes(url.host))
            return route.fulfill({ contentType: 'image/gif', body: onePixel })
          complaints.push(`Request to another host: ${url}`)
          return route.abort()
        },
      )
    })
    complaints.push(...refusedByPolicy.flat().map((text) => `Refused by the policy: ${text}`))
    for (const url of notFound) if (!askedFor.has(url)) complaints.push(`A part of a page is missing: ${url}`)
    if (testInfo.status !== testInfo.expectedStatus || complaints.length > 0)
      await testInfo.attach('server.log', { body: terbit.log(), contentType: 'text/plain' })
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
  },

  context: async ({ context, watched }, use) => {
    await watched(context)
    await use(context)
  },

  admin: ({ browser, watched, terbit }, use) =>
    withSignedIn({ browser, watched, origin: terbit.origin, email: people.admin }, use),

  editor: ({ browser, watched, terbit }, use) =>
    withSignedIn({ browser, watched, origin: terbit.origin, email: people.editor }, use),
})

async function withSignedIn(
  {
    browser,
    watched,
    origin,
    email,
  }: { browser: Browser; watched: PerTest['watched']; origin: string; email: string },
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ baseURL: origin })
  await watched(context)
  const answer = await context.request.post('/api/users/login', { data: { email, password } })
  if (!answer.ok())
    throw new Error(`Expected ${email} to be signed in, got ${answer.status()}: ${await answer.text()}`)
  await use(await context.newPage())
  await context.close()
}

/** Chromium logs an error for every answer with 404, even for a page that a test asks for on purpose. */
const missing = /^Failed to load resource: .*\b404\b/

const statusOf = (text: string): number =>
  Number(/^Failed to load resource: the server responded with a status of (\d+)/.exec(text)?.[1])

const onePixel = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')

export { expect } from '@playwright/test'
