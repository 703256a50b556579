import type { Page } from '@playwright/test'
import { locales } from '@/i18n/locales'
import { test as base, expect } from '../test'
import { type Site, siteToVisit } from './support/site'
import { complaintsAbout, nothing, speak } from './support/spoken-language'
import { views, viewsOutside } from './support/views'

const test = base.extend<object, { site: Omit<Site, 'locale'> }>({
  site: [async ({ api }, use) => use(await siteToVisit(api)), { scope: 'worker' }],
})

// Some views show a refused sign-in or a refused publication.
test.use({ refusals: [400, 401] })

const phone = { width: 390, height: 844 }

/** The width of the page, including content beyond the window that has to be scrolled to. */
const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

for (const language of locales) {
  for (const { name, open } of views) {
    test(`${name} is in one language, and as wide as a phone: ${language}`, async ({
      admin,
      site,
      terbit,
    }) => {
      await speak(admin, language, terbit.origin)
      // Payload shows content in the language that was requested last.
      await admin.request.post('/api/payload-preferences/locale', {
        data: { value: language },
        headers: { Origin: terbit.origin },
      })
      await open(admin, { ...site, locale: language })
      expect(await complaintsAbout(admin, language)).toEqual(nothing)
      await admin.setViewportSize(phone)
      await expect.poll(() => widthOf(admin), `${name} on a phone`).toBe(phone.width)
    })
  }

  for (const { name, open } of viewsOutside) {
    test(`outside: ${name} is in one language: ${language}`, async ({ page, site, terbit }) => {
      await speak(page, language, terbit.origin)
      await open(page, { ...site, locale: language })
      expect(await complaintsAbout(page, language)).toEqual(nothing)
    })
  }
}
