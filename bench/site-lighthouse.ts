import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { chromiumLaunch } from '../tests/support/chromium'
import { median } from './figures'

/** Lighthouse's scores of a page on a phone, each out of 100. */
export type Scores = { performance: number; accessibility: number; bestPractices: number; seo: number }

/** Medians of so many runs a page, in a new browser, with Lighthouse's own settings for a phone: simulated slow 4G. */
export async function lighthouseScores(urls: readonly string[], runs: number): Promise<Map<string, Scores>> {
  const { executablePath, args, env } = await chromiumLaunch()
  const chrome = await launch({
    chromePath: executablePath,
    chromeFlags: ['--headless', ...args],
    envVars: env,
  })
  const found = new Map<string, Scores>()
  try {
    for (const url of urls) {
      const several: Scores[] = []
      for (let run = 0; run < runs; run++) several.push(await scoresOf(url, chrome.port))
      found.set(url, {
        performance: median(several.map((one) => one.performance)),
        accessibility: median(several.map((one) => one.accessibility)),
        bestPractices: median(several.map((one) => one.bestPractices)),
        seo: median(several.map((one) => one.seo)),
      })
    }
  } finally {
    chrome.kill()
  }
  return found
}

async function scoresOf(url: string, port: number): Promise<Scores> {
  // Pictures of other hosts, which a measurement on this machine does not wait for.
  const run = await lighthouse(url, { port, logLevel: 'error', blockedUrlPatterns: ['https://*'] })
  if (!run || run.lhr.runtimeError)
    throw new Error(`Lighthouse could not judge ${url}: ${run?.lhr.runtimeError?.message}`)
  const score = (category: string) => Math.round((run.lhr.categories[category]?.score ?? Number.NaN) * 100)
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
  }
}
