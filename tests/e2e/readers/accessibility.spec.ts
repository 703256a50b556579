import { locales } from '@/i18n/locales'
import { expect, test } from '../test'
import { words } from '../words'
import { complaintsOfAxe } from './support/axe'
import { everyArticle, nowhere, pageTypes } from './support/magazine'

for (const locale of locales) {
  const t = words(locale)
  const pages = { ...pageTypes(locale), 'page that is not there': nowhere(locale) }

  for (const [type, path] of Object.entries(pages)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds nothing on the ${type} in ${locale}, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.goto(path)
        expect(await complaintsOfAxe(page)).toEqual([])
      })
    }
  }

  test(`no page in ${locale} scrolls sideways at 320 px, and its tools stand in one line`, async ({
    page,
  }) => {
    test.slow()
    await page.setViewportSize({ width: 320, height: 640 })
    for (const path of [...Object.values(pages), ...everyArticle(locale)]) {
      await page.goto(path)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect.soft(width, path).toBeLessThanOrEqual(320)
      const tools = await page
        .locator('.site-tools')
        .locator('.languages a, button, summary')
        .evaluateAll((all) => all.map((tool) => tool.getBoundingClientRect().toJSON() as DOMRect))
      const middles = tools.map(({ top, bottom }) => (top + bottom) / 2)
      expect.soft(Math.max(...middles) - Math.min(...middles), path).toBeLessThan(4)
      for (const { width } of tools) expect.soft(width, path).toBeGreaterThanOrEqual(24)
    }
  })

  test(`the first stop of the keyboard in ${locale} leads past the menu`, async ({ page }) => {
    await page.goto(pages.article)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: t('nav.skip') })
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
  })
}
