import type { Browser, Page } from '@playwright/test'

/** What a type of file weighs on a page: how many files, and their bytes as they came, headers and compression included. */
export type Share = { files: number; bytes: number }

export type FirstView = {
  /** Of all files, or of one type: Document, Stylesheet, Font, Script, Image. */
  share: (type?: string) => Share
  /** What other hosts were asked for, which is not let through. */
  elsewhere: string[]
}

const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 }

/**
 * What a browser with nothing kept fetches for the first view of a page on a phone, until nothing more comes. `look`
 * is given the page after that, before it is closed.
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
