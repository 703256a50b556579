import type { Result } from 'lighthouse'
import { type Judged, withLighthouse } from '../../tests/support/browser/lighthouse'
import { median } from '../measuring/figures'

/** Lighthouse's scores of a page on a phone, each from 0 to 100. */
export type Scores = { performance: number; accessibility: number; bestPractices: number; seo: number }

/**
 * Returns medians of `runs` per page, in a new browser, with Lighthouse's own settings for a phone: simulated slow 4G.
 */
export async function lighthouseScores(pages: readonly Judged[], runs: number): Promise<Map<string, Scores>> {
  const found = new Map<string, Scores>()
  await withLighthouse(async (judge) => {
    for (const page of pages) {
      const several: Scores[] = []
      for (let run = 0; run < runs; run++) several.push(scoresIn(await judge(page)))
      found.set(page.url, {
        performance: median(several.map((one) => one.performance)),
        accessibility: median(several.map((one) => one.accessibility)),
        bestPractices: median(several.map((one) => one.bestPractices)),
        seo: median(several.map((one) => one.seo)),
      })
    }
  })
  return found
}

function scoresIn({ requestedUrl, runtimeError, categories }: Result): Scores {
  if (runtimeError) throw new Error(`Lighthouse could not judge ${requestedUrl}: ${runtimeError.message}`)
  const score = (category: string) => Math.round((categories[category]?.score ?? Number.NaN) * 100)
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
  }
}
