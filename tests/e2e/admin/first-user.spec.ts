import { type Locale, locales } from '@/i18n/locales'
import { policyViolations } from '../../support/browser/policy-violations'
import { startProduct } from '../../support/product/product'
import { demonstration } from '../../support/samples/demonstration'
import { test as base, expect } from '../test'
import { complaintsAbout, nothing, speak } from './support/spoken-language'

/** A product of its own that nobody has signed in to yet. */
const test = base.extend<{ setupLink: string }>({
  setupLink: async ({}, use) => {
    const installation = await demonstration()
    const running = await startProduct(installation)
    const [link = ''] = /http\S+\/setup\?token=\S+/.exec(running.log()) ?? []
    await use(link)
    await running.stop()
    await installation.remove()
  },
})

const asksIn = (language: Locale) => `the form of the first user is in one language: ${language}`

for (const language of locales) {
  test(asksIn(language), async ({ browser, setupLink }) => {
    test.slow()
    const page = await browser.newPage()
    const refused = await policyViolations(page.context())
    await speak(page, language, new URL(setupLink).origin)
    await page.goto(setupLink)
    await expect(page.locator('#field-confirm-password')).toBeVisible()
    expect(await complaintsAbout(page, language)).toEqual(nothing)
    expect(refused).toEqual([])
    await page.close()
  })
}
