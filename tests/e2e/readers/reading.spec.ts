import { locales } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { expect, test } from '../test'
import { words } from '../words'
import { magazine, pageTypes, sample } from './magazine'

for (const locale of locales) {
  const t = words(locale)
  const pages = pageTypes(locale)
  const title = sample.bilingual.texts[locale]?.title ?? ''

  test.describe(`a reader in ${locale}`, () => {
    test('goes from the home page by the list to an article', async ({ page }) => {
      await page.goto(pages.home)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await page.getByRole('link', { name: t('home.more') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(t('articles.title'))
      await page.getByRole('main').getByRole('link', { name: title }).first().click()
      await expect(page).toHaveURL(pages.article)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    })

    test('finds the newest article first on the list', async ({ page }) => {
      const [newest] = magazine.articles
        .flatMap(({ texts }) => texts[locale] ?? [])
        .sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
      await page.goto(pages.articles)
      await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText(
        newest?.title ?? '',
      )
    })

    test('goes from an article to its tag, its author and its project', async ({ page }) => {
      const { tags, authors, projects } = sample.bilingual
      const tag = magazine.tags.find(({ key }) => key === tags[0])?.name[locale] ?? ''
      const author = magazine.authors.find(({ slug }) => slug === authors[0])?.name ?? ''
      const project = magazine.projects.find(({ slug }) => slug === projects[0])?.name ?? ''
      for (const name of [tag, author, project]) {
        await page.goto(pages.article)
        await page.getByRole('main').getByRole('link', { name, exact: true }).last().click()
        await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
        await expect(page.getByRole('main').getByRole('link', { name: title }).first()).toHaveAttribute(
          'href',
          pages.article,
        )
      }
    })

    test('finds every project in the directory, under its categories', async ({ page }) => {
      await page.goto(pages.projects)
      for (const category of magazine.categories)
        await expect(page.getByRole('heading', { name: category.name[locale], exact: true })).toBeVisible()
      for (const project of magazine.projects)
        await expect(page.getByRole('main').getByRole('link', { name: project.name }).first()).toBeVisible()
    })

    test('finds every author and every tag in use', async ({ page }) => {
      await page.goto(pages.authors)
      for (const { name } of magazine.authors)
        await expect(page.getByRole('main').getByRole('link', { name }).first()).toBeVisible()
      await page.goto(pages.tags)
      const used = magazine.tags.filter(({ key }) =>
        magazine.articles.some(({ tags, texts }) => texts[locale] && tags.includes(key)),
      )
      for (const { name } of used)
        await expect(page.getByRole('main').getByRole('link', { name: name[locale] }).first()).toBeVisible()
    })

    test('sees no article that is not in their language', async ({ page }) => {
      const unseen = locale === 'id' ? sample.english.texts.en : sample.indonesian.texts.id
      for (const path of [pages.home, pages.articles, pages.tag, pages.author]) {
        await page.goto(path)
        await expect(page.getByRole('main')).not.toContainText(unseen?.title ?? '')
      }
      const answer = await page.goto(hrefFor({ page: 'article', locale, slug: unseen?.slug ?? '' }))
      expect(answer?.status()).toBe(404)
    })
  })
}
