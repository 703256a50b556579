export type Tally = { passed: number; failed: number }

/**
 * Reads the report of vitest's JSON reporter. A file that could not be loaded has no tests, but counts as a failure.
 */
export function vitestCounts(report: {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}): Tally {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** Reads the report of Playwright's JSON reporter. Nothing is retried, and a flaky test has not passed. */
export function playwrightCounts({
  stats,
  errors,
}: {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
}): Tally {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}
