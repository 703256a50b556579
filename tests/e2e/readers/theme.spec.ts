import type { Page } from '@playwright/test'
import { expect, test } from '../test'
import { words } from '../words'
import { pageTypes } from './support/magazine'

const t = words('id')
const { home, article } = pageTypes('id')

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

test('a chosen theme is kept on the next page, and is there before the body is', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return
      document.documentElement.dataset.themeAtBody = document.documentElement.dataset.theme ?? 'none'
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(home)
  const light = await paper(page)
  await page.getByRole('button', { name: t('theme.toggle') }).click()
  const dark = await paper(page)
  expect(dark).not.toBe(light)

  await page.goto(article)

  await expect(page.locator('html')).toHaveAttribute('data-theme-at-body', 'dark')
  expect(await paper(page)).toBe(dark)
})

test('without a choice a page follows the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(home)
  const light = await paper(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await paper(page)).not.toBe(light)
})

test('a theme that is switched back leaves nothing behind', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(home)
  const button = page.getByRole('button', { name: t('theme.toggle') })
  await button.click()
  await button.click()
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})
