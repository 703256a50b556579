import type { Page } from '@playwright/test'

export type FirstView = {
  /** Bytes on the wire by what they are of: Document, Stylesheet, Font, Script, Image. */
  bytes: Partial<Record<string, number>>
  /** How many files there are of each. */
  files: Partial<Record<string, number>>
  /** What other hosts were asked for. They are given an empty picture for an answer. */
  elsewhere: string[]
}

const emptyPicture = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'

/** Opens a page in a browser that has kept nothing, and counts what it fetches until nothing more comes. */
export async function firstView(page: Page, address: string): Promise<FirstView> {
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  await client.send('Network.clearBrowserCache')
  const view: FirstView = { bytes: {}, files: {}, elsewhere: [] }
  const types = new Map<string, string>()
  client.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (response.url.startsWith('http')) types.set(requestId, type)
  })
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId)
    if (type === undefined) return
    view.bytes[type] = (view.bytes[type] ?? 0) + encodedDataLength
    view.files[type] = (view.files[type] ?? 0) + 1
  })
  const { origin } = new URL(address, page.url())
  const other = (url: URL) => url.origin !== origin
  await page.route(other, (route) => {
    view.elsewhere.push(route.request().url())
    return route.fulfill({ contentType: 'image/svg+xml', body: emptyPicture })
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.unroute(other)
  await client.detach()
  return view
}
