import { hrefFor } from '@/site/hrefs'
import type { Document } from '../../support/product/api'
import { bodyOf } from '../../support/samples/bodies'
import { test as base, expect } from '../test'
import { words } from '../words'
import { everyArticle } from './support/magazine'

const locale = 'id'
const t = words(locale)
const aPage = 10

/** Articles from long ago. They fill the last pages of the list and leave its first page unchanged. */
const test = base.extend<{ old: Document[] }>({
  old: async ({ api }, use) => {
    const old: Document[] = []
    for (let day = 10; day < 25; day++) {
      const title = `Arsip ${day}`
      const data = {
        title,
        body: bodyOf(title),
        publishedAt: `2001-01-${day}T00:00:00.000Z`,
        _status: 'published',
      }
      old.push(await api.create('articles', data, { locale }))
    }
    await use(old)
    for (const { id } of old) await api.remove('articles', id)
  },
})

test('pages of the list hold each article once, newest first, and lead on and back', async ({
  page,
  old,
}) => {
  const total = everyArticle(locale).length + old.length
  const pages = Math.ceil(total / aPage)
  const seen: string[] = []
  await page.goto(hrefFor({ page: 'articles', locale }))
  for (let number = 1; number <= pages; number++) {
    const here = page.getByRole('link', { name: t('pagination.page', { page: number }), exact: true })
    await expect(here).toHaveAttribute('aria-current', 'page')
    const titles = await page.getByRole('main').getByRole('article').getByRole('heading').allTextContents()
    seen.push(...titles)
    if (number < pages) await page.getByRole('link', { name: t('pagination.older') }).click()
  }
  expect(new Set(seen).size).toBe(total)
  expect(seen.slice(-old.length)).toEqual(old.map(({ title }) => title).reverse())
  await page.getByRole('link', { name: t('pagination.newer') }).click()
  await expect(page).toHaveURL(hrefFor({ page: 'articles', locale, number: pages - 1 }))
})

test('the first page has one address, and pages beyond the last do not exist', async ({ request, old }) => {
  const beyond = Math.ceil((everyArticle(locale).length + old.length) / aPage) + 1
  for (const number of ['1', '0', '-1', '02', 'dua', String(beyond)])
    expect((await request.get(`/${locale}/blog/page/${number}`)).status(), number).toBe(404)
})
