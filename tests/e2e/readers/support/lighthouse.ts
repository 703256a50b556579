import type { Flags, Result } from 'lighthouse'
import { type Judged, withLighthouse } from '../../../support/browser/lighthouse'

/** What depends on no clock: `performance` is for `npm run bench:site`. */
const untimed: Flags = {
  onlyCategories: ['accessibility', 'best-practices', 'seo'],
  disableFullPageScreenshot: true,
}

/** Asks the caller's pages of Lighthouse's categories, as on a phone, in a browser of its own, and closes it. */
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
