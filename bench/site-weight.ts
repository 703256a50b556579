import type { Browser } from 'playwright'

/**
 * What a type of file weighs on a page: how many files, and their bytes as they came, headers and compression included.
 */
export type Share = { files: number; bytes: number }

export type Weight = {
  total: Share
  scripts: Share
  fonts: Share
  pictures: Share
  /** Requests to other hosts, which are not let through. */
  elsewhere: number
}

const phone = { width: 412, height: 823 }

/** What a browser with nothing kept fetches for the first view of a page on a phone. */
export async function weightOf(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: phone, deviceScaleFactor: 1.75 })
  const { origin } = new URL(url)
  const hosts: string[] = []
  await context.route(
    (asked) => asked.origin !== origin && asked.protocol !== 'data:',
    (route) => {
      hosts.push(new URL(route.request().url()).host)
      return route.abort()
    },
  )
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  const types = new Map<string, string>()
  const files: { type: string; bytes: number }[] = []
  network.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    files.push({ type: types.get(requestId) ?? 'Other', bytes: encodedDataLength }),
  )
  await page.goto(url, { waitUntil: 'networkidle' })
  await context.close()
  const share = (of: (type: string) => boolean): Share => {
    const chosen = files.filter(({ type }) => of(type))
    return { files: chosen.length, bytes: chosen.reduce((sum, { bytes }) => sum + bytes, 0) }
  }
  return {
    total: share(() => true),
    scripts: share((type) => type === 'Script'),
    fonts: share((type) => type === 'Font'),
    pictures: share((type) => type === 'Image'),
    elsewhere: hosts.length,
  }
}
