import type { Flags, Result } from 'lighthouse'
import { type Judged, withLighthouse } from '../../../support/browser/lighthouse'

/** Audits whose result does not depend on speed. `npm run bench:site` measures `performance`. */
const untimed: Flags = {
  onlyCategories: ['accessibility', 'best-practices', 'seo'],
  disableFullPageScreenshot: true,
}

/** Runs Lighthouse on the given pages, as on a phone, in a browser of its own that is closed afterwards. */
export function complaintsOfLighthouse(pages: readonly Judged[]): Promise<string[]> {
  return withLighthouse(async (judge) => {
    const complaints: string[] = []
    for (const page of pages) complaints.push(...complaintsIn(await judge(page, untimed)))
    return complaints
  })
}

function complaintsIn({ requestedUrl, runtimeError, categories, audits }: Result): string[] {
  if (runtimeError) return [`${requestedUrl}: ${runtimeError.message}`]
  return Object.values(categories).flatMap(({ id, score, auditRefs }) => {
    if (score === 1) return []
    const failed = auditRefs.filter((ref) => ref.weight > 0 && (audits[ref.id]?.score ?? 1) < 1)
    return failed.map((ref) => `${requestedUrl}: ${id}: ${audits[ref.id]?.title}`)
  })
}
