import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: 'tests/e2e/global-setup.ts',
  forbidOnly: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // Workers belong to one project: readers find the magazine as it came, whatever was written elsewhere.
  projects: [
    { name: 'readers', testDir: 'tests/e2e/readers' },
    { name: 'writers', testIgnore: '**/readers/**' },
  ],
  reporter: [['list']],
  use: { screenshot: 'only-on-failure', locale: 'id-ID', timezoneId: 'Asia/Jakarta' },
})
