import { launch } from 'chrome-launcher'
import lighthouse, { type Flags, type Result } from 'lighthouse'
import { chromiumLaunch } from './chromium'

/** A page by its address. A hidden one asks search engines not to list it, which Lighthouse would count as a fault. */
export type Judged = { url: string; hidden?: boolean }

/** Returns Lighthouse's result for a page. `runtimeError` says why it could not judge the page. */
type Judge = (page: Judged, flags?: Flags) => Promise<Result>

/**
 * Opens a browser for `work` and closes it. In it Lighthouse judges pages as on a phone, with its own settings
 * (simulated slow 4G) unless flags say otherwise.
 * @throws when Lighthouse has no result at all.
 */
export async function withLighthouse<Found>(work: (judge: Judge) => Promise<Found>): Promise<Found> {
  const { executablePath, args, env } = await chromiumLaunch()
  const chrome = await launch({
    chromePath: executablePath,
    chromeFlags: ['--headless', ...args],
    envVars: env,
  })
  try {
    return await work(async ({ url, hidden }, flags) => {
      const run = await lighthouse(url, {
        port: chrome.port,
        logLevel: 'error',
        // Imported articles name pictures of other hosts. Nothing may leave this machine, or wait for an answer from
        // outside.
        blockedUrlPatterns: ['https://*'],
        ...(hidden && { skipAudits: ['is-crawlable'] }),
        ...flags,
      })
      if (!run) throw new Error(`Expected Lighthouse to judge ${url}, got no result.`)
      return run.lhr
    })
  } finally {
    chrome.kill()
  }
}
