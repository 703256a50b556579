import type { Browser, Page } from '@playwright/test'

/** The share of a type of file in a page: the number of files, and their bytes as sent, with headers and compressed. */
export type Share = { files: number; bytes: number }

export type FirstView = {
  /** The share of all files, or of one type: Document, Stylesheet, Font, Script, Image. */
  share: (type?: string) => Share
  /** Requests to other hosts, which were blocked. */
  elsewhere: string[]
}

const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 }

/**
 * Loads a page for the first time, on a phone with an empty cache, until nothing more is fetched, and returns what was
 * fetched. `look` is then given the page before it is closed.
 */
export async function firstView(
  browser: Browser,
  url: string,
  look: (page: Page) => Promise<void> = async () => undefined,
): Promise<FirstView> {
  const context = await browser.newContext(phone)
  const { origin } = new URL(url)
  const elsewhere: string[] = []
  await context.route(
    (asked) => asked.origin !== origin && asked.protocol !== 'data:',
    (route) => {
      elsewhere.push(route.request().url())
      return route.abort()
    },
  )
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  const types = new Map<string, string>()
  const files: { type: string | undefined; bytes: number }[] = []
  network.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    files.push({ type: types.get(requestId), bytes: encodedDataLength }),
  )
  await page.goto(url, { waitUntil: 'networkidle' })
  await network.detach()
  await look(page)
  await context.close()
  const share = (wanted?: string): Share => {
    const chosen = files.filter(({ type }) => wanted === undefined || type === wanted)
    return { files: chosen.length, bytes: chosen.reduce((sum, { bytes }) => sum + bytes, 0) }
  }
  return { share, elsewhere }
}
