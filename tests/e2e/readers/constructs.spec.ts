import { type Locale, locales } from '@/i18n/locales'
import { firstView } from '../../support/browser/first-view'
import { expect, test } from '../test'
import { words } from '../words'
import { complaintsOfAxe } from './support/axe'
import { articleHref, magazine } from './support/magazine'

/** The article with code, a table, formulas and a callout. */
const rich = magazine.articles.find(({ key }) => key === 'angkot-routes')
if (!rich) throw new Error('Expected the article `angkot-routes`, found none.')
const path = (locale: Locale) => articleHref(rich, locale)

const embedding = magazine.articles.find(({ texts }) => texts.id?.markdown.includes('<iframe'))
if (!embedding) throw new Error('Expected an Indonesian article with an iframe, found none.')

for (const locale of locales) {
  const t = words(locale)

  test.describe(`an article with everything in ${locale}`, () => {
    test(`the button in ${locale} copies code as it was written, and says so`, async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      const code = /```json[^\n]*\n([\s\S]*?)\n```/.exec(rich.texts[locale]?.markdown ?? '')?.[1]
      await page.goto(path(locale))
      await page.getByRole('button', { name: t('article.copy'), exact: true }).click()
      await expect(page.getByRole('button', { name: t('article.copied'), exact: true })).toBeVisible()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code)
    })

    test(`an article in ${locale} has code with its parts in colours of the theme, and formulas that the browser sets`, async ({
      page,
    }) => {
      await page.goto(path(locale))
      const colour = () =>
        page
          .locator('.code-string')
          .first()
          .evaluate((part) => getComputedStyle(part).color)
      await page.emulateMedia({ colorScheme: 'light' })
      const light = await colour()
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await colour()).not.toBe(light)
      const fraction = page.locator('math[display="block"] mfrac').first()
      const [above, below] = await fraction.evaluate(({ children }) =>
        [...children].map((part) => part.getBoundingClientRect().y),
      )
      expect(above).toBeLessThan(below ?? 0)
    })

    test(`an article in ${locale} leads on to its neighbours and back, and to related articles of the same language`, async ({
      page,
    }) => {
      await page.goto(path(locale))
      const neighbours = page.getByRole('navigation', { name: t('article.neighbours') })
      const related = page
        .getByRole('region', { name: t('article.related') })
        .getByRole('heading', { level: 3 })
      const titles = magazine.articles.flatMap(({ texts }) => texts[locale]?.title ?? [])
      for (const title of await related.allTextContents()) expect(titles).toContain(title)
      await neighbours.getByRole('link', { name: t('article.older') }).click()
      await expect(page).not.toHaveURL(path(locale))
      await neighbours.getByRole('link', { name: t('article.newer') }).click()
      await expect(page).toHaveURL(path(locale))
    })

    test(`an article in ${locale} has contents that follow the reader, down, up and by leaps`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.goto(path(locale))
      const contents = page.getByRole('navigation', { name: t('article.contents') })
      const current = contents.locator('[aria-current="true"]')
      const headings = page.locator('.prose h2')
      const put = (index: number, top: number) =>
        headings
          .nth(index)
          .evaluate((heading, y) => scrollBy(0, heading.getBoundingClientRect().top - y), top)
      const last = (await headings.count()) - 1
      await expect(current).toHaveCount(0)
      for (const index of [last, 0, 1]) {
        await put(index, 100)
        await expect(current).toHaveText((await headings.nth(index).textContent()) ?? '')
      }
      // Just above the second heading, the reader is at the end of the first section.
      await put(1, 600)
      await expect(current).toHaveText((await headings.first().textContent()) ?? '')
      await page.evaluate(() => scrollTo(0, 0))
      await expect(current).toHaveCount(0)
    })

    test(`an article in ${locale} asks another host for what is embedded once the reader has clicked, and not before`, async ({
      page,
    }) => {
      const [, address = '', title = ''] =
        /<iframe src="([^"]*)" title="([^"]*)"/.exec(embedding.texts[locale]?.markdown ?? '') ?? []
      const asked: string[] = []
      await page.route(
        (url) => url.origin === new URL(address).origin,
        (route) => {
          asked.push(route.request().url())
          return route.fulfill({ contentType: 'text/html', body: '<title>.</title>' })
        },
      )
      await page.goto(articleHref(embedding, locale), { waitUntil: 'networkidle' })
      const link = page.getByRole('link', { name: title })
      await link.scrollIntoViewIfNeeded()
      expect(asked).toEqual([])
      await link.press('Enter')
      await expect(page.getByTitle(title, { exact: true })).toBeFocused()
      expect(asked).toEqual([address])
    })

    for (const colorScheme of ['light', 'dark'] as const)
      test(`axe finds nothing on an article with everything in ${locale}, ${colorScheme}, on a phone`, async ({
        page,
      }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.setViewportSize({ width: 360, height: 740 })
        await page.goto(path(locale))
        expect(await complaintsOfAxe(page)).toEqual([])
      })

    test(`an article in ${locale} weighs at most 200 KB beside its pictures, shifts nothing, and runs no script but the page’s own`, async ({
      browser,
      page,
      terbit,
    }) => {
      const { share } = await firstView(browser, terbit.origin + path(locale))
      expect(['Document', 'Stylesheet', 'Font', 'Script'].map((type) => share(type).files)).toEqual([
        1, 1, 2, 0,
      ])
      expect(share().bytes - share('Image').bytes).toBeLessThan(200 * 1024)
      await page.goto(path(locale), { waitUntil: 'networkidle' })
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) =>
              resolve(
                list
                  .getEntries()
                  .reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
              ),
            ).observe({ type: 'layout-shift', buffered: true })
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)))
          }),
      )
      expect(shift).toBeLessThan(0.02)
    })
  })
}
