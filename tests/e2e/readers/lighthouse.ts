import { launch } from 'chrome-launcher'
import lighthouse, { type Result } from 'lighthouse'
import { chromiumLaunch } from '../../support/chromium'

/** What depends on no clock: `performance` is for `npm run bench:site`. */
const categories = ['accessibility', 'best-practices', 'seo']

/** Asks the caller's pages of Lighthouse's categories, as on a phone, in a browser of its own, and closes it. */
export async function complaintsOfLighthouse(
  pages: readonly { url: string; hidden?: boolean }[],
): Promise<string[]> {
  const { executablePath, args, env } = await chromiumLaunch()
  const chrome = await launch({
    chromePath: executablePath,
    chromeFlags: ['--headless', ...args],
    envVars: env,
  })
  const complaints: string[] = []
  try {
    for (const { url, hidden } of pages) {
      const run = await lighthouse(url, {
        port: chrome.port,
        logLevel: 'error',
        onlyCategories: categories,
        disableFullPageScreenshot: true,
        // Pictures of other hosts that imported articles name: no test leaves this machine.
        blockedUrlPatterns: ['https://*'],
        ...(hidden && { skipAudits: ['is-crawlable'] }),
      })
      complaints.push(...(run ? complaintsIn(run.lhr) : [`${url}: no result`]))
    }
  } finally {
    chrome.kill()
  }
  return complaints
}

function complaintsIn({ requestedUrl, runtimeError, categories: found, audits }: Result): string[] {
  if (runtimeError) return [`${requestedUrl}: ${runtimeError.message}`]
  return Object.values(found).flatMap(({ id, score, auditRefs }) => {
    if (score === 1) return []
    const failed = auditRefs.filter((ref) => ref.weight > 0 && (audits[ref.id]?.score ?? 1) < 1)
    return failed.map((ref) => `${requestedUrl}: ${id}: ${audits[ref.id]?.title}`)
  })
}
