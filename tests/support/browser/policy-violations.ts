import type { BrowserContext } from '@playwright/test'

/** Returns a list that gets an entry for everything that a Content-Security-Policy refuses in this context. */
export async function policyViolations(context: BrowserContext): Promise<string[]> {
  const found: string[] = []
  await context.exposeBinding('terbitViolation', ({ page }, text: string) => {
    found.push(`${page.url()}: ${text}`)
  })
  await context.addInitScript(() =>
    addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event
      const { terbitViolation } = globalThis as { terbitViolation?: (text: string) => void }
      terbitViolation?.(`${effectiveDirective} refused ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`)
    }),
  )
  return found
}
