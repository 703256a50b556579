export type Counts = { passed: number; failed: number }

/** What vitest's JSON reporter says. A file that could not be loaded has no tests, and fails all the same. */
export function vitestCounts(report: {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}): Counts {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** What Playwright's JSON reporter says. Nothing is retried, and what passes by chance alone has not passed. */
export function playwrightCounts({
  stats,
  errors,
}: {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
}): Counts {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}
