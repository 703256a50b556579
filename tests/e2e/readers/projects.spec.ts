import type { Page } from '@playwright/test'
import { locales } from '@/i18n/locales'
import { expect, test } from '../test'
import { words } from '../words'
import { pageTypes } from './support/magazine'

for (const locale of locales) {
  const t = words(locale)
  const pages = pageTypes(locale)

  test(`a mention in ${locale} shows the project's card to the keyboard and the mouse, and moves nothing`, async ({
    page,
  }) => {
    await page.goto(pages.article)
    const mention = page.locator('.prose a.mention').first()
    const card = page.getByRole('tooltip')
    await mention.scrollIntoViewIfNeeded()
    await settled(page)
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await mention.hover()
    await expect(card).toContainText((await mention.textContent()) ?? '')
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height)
    await page.keyboard.press('Escape')
    await expect(card).toBeHidden()
    await page.mouse.move(0, 0)
    await page.keyboard.press('Tab')
    await mention.focus()
    await expect(card).toBeVisible()
    await expect(mention).toHaveAccessibleDescription(/\S/)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/projects\//)
  })

  test(`the directory in ${locale} is narrowed down by words and by category, and its address keeps the category`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 420 })
    await page.goto(pages.projects)
    const shown = page.locator('.project-list li:visible')
    const all = await shown.count()
    const name = (await shown.first().getByRole('link').first().textContent())?.trim() ?? ''
    await page.getByLabel(t('projects.filter')).fill(name.toUpperCase())
    await expect(page.getByRole('status')).toContainText(/^\d/)
    expect(await shown.count()).toBeLessThan(all)
    await page.getByLabel(t('projects.filter')).fill('zzzz')
    await expect(page.getByText(t('projects.none'))).toBeVisible()
    await page.getByLabel(t('projects.filter')).fill('')
    const index = page.getByRole('navigation', { name: t('projects.categories') })
    const category = index.getByRole('link').filter({ visible: true }).last()
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }))
    await category.click()
    await expect(category).toHaveAttribute('aria-current', 'true')
    await expect(page.locator('.directory-body h2:visible')).toHaveCount(1)
    await standsStill(page)
    await expect(page.locator(':target')).toBeInViewport()
    await page.reload()
    await expect(page.locator('.directory-body h2:visible')).toHaveCount(1)
    await index.getByRole('link', { name: t('projects.all') }).click()
    await expect(shown).toHaveCount(all)
  })

  test.describe('a finger', () => {
    test.use({ hasTouch: true, viewport: { width: 360, height: 740 } })

    test(`a first tap on a mention in ${locale} shows the project's card, a second one follows the link`, async ({
      page,
    }) => {
      await page.goto(pages.article)
      const mention = page.locator('.prose a.mention').first()
      await mention.scrollIntoViewIfNeeded()
      await settled(page)
      await mention.tap()
      await expect(page.getByRole('tooltip')).toBeInViewport({ ratio: 1 })
      await expect(page).toHaveURL(pages.article)
      await mention.tap()
      await expect(page).toHaveURL(/\/projects\//)
    })
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })

    test(`mentions and categories in ${locale} are links without JavaScript, and a project leads to the sentence that names it`, async ({
      page,
    }) => {
      await page.goto(pages.article)
      await page.locator('.prose a.mention').first().click()
      await expect(page).toHaveURL(/\/projects\//)
      await page.locator('.timeline h4 a').first().click()
      await expect(page.locator('.mention:target')).toBeInViewport()
      await page.goto(pages.projects)
      await expect(page.getByLabel(t('projects.filter'))).toBeHidden()
      const index = page.getByRole('navigation', { name: t('projects.categories') })
      await index.getByRole('link').last().click()
      await expect(page.locator('.directory-body :is(h2, h3):target')).toBeInViewport()
    })
  })
}

/** Waits for the italic font. It loads when the reader scrolls, and may move lines. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.fonts].some(
      ({ family, style, status }) =>
        family.replaceAll('"', '') === 'Terbit Serif' && style === 'italic' && status === 'loaded',
    ),
  )
}

/**
 * Waits until the page has stopped scrolling. It scrolls smoothly to a fragment, so an element may be in view on
 * the way but not at the end.
 */
async function standsStill(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const before = scrollY
    await new Promise((resolve) => setTimeout(resolve, 300))
    return scrollY === before
  })
}
