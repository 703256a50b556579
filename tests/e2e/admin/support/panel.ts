import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import type { Locale } from '@/i18n/locales'

type Words = { [key: string]: string | Words }

/** Returns a word of the panel in a language, by its path in `locales/{language}/{file}.json`. */
export function word(language: Locale, file: 'admin' | 'payload', path: string): string {
  const url = new URL(`../../../../locales/${language}/${file}.json`, import.meta.url)
  const found = path
    .split('.')
    .reduce<string | Words | undefined>(
      (words, key) => (typeof words === 'object' ? words[key] : undefined),
      JSON.parse(readFileSync(url, 'utf8')) as Words,
    )
  if (typeof found === 'string') return found
  throw new Error(`Expected a word at \`${path}\` in locales/${language}/${file}.json, found none.`)
}

/** Opens a new article in a language and waits until its form takes words. */
export async function newArticle(page: Page, locale: Locale): Promise<void> {
  await page.goto(`/admin/collections/articles/create?locale=${locale}`)
  await takesWords(page)
}

/** Opens an article in a language and waits until its form takes words. */
export async function openArticle(page: Page, id: string, locale: Locale): Promise<void> {
  await page.goto(`/admin/collections/articles/${id}?locale=${locale}`)
  await takesWords(page)
}

async function takesWords(page: Page): Promise<void> {
  // Payload reopens the tab that was opened last.
  await page.locator('.tabs-field__tab-button').first().click()
  await expect(page.locator('#field-title').first()).toBeEnabled()
  await expect(bodyEditor(page)).toBeVisible()
}

/** The editor of an article's text. */
export const bodyEditor = (page: Page) => page.locator('[data-field-path=body] [data-lexical-editor]').first()

/** Resolves when the server has answered the next write to a document with drafts. */
export async function saved(page: Page): Promise<void> {
  await page.waitForResponse(
    (response) =>
      ['POST', 'PATCH'].includes(response.request().method()) &&
      /\/api\/articles/.test(response.url()) &&
      !response.url().includes('/access/'),
  )
}

/** Resolves with the id when the form of a new article has become the form of a saved one. */
export async function begun(page: Page): Promise<string> {
  await page.waitForURL(/\/collections\/articles\/[0-9a-f-]{36}/)
  return /articles\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
}
