import { locales, otherLocales } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { expect, test } from '../test'
import { words } from '../words'
import { magazine, pageTypes, sample } from './support/magazine'

for (const locale of locales) {
  const t = words(locale)
  const pages = pageTypes(locale)
  const title = sample.bilingual.texts[locale]?.title ?? ''

  test.describe(`a reader in ${locale}`, () => {
    test(`a reader in ${locale} goes from the home page by the list to an article`, async ({ page }) => {
      await page.goto(pages.home)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await page.getByRole('link', { name: t('home.more') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(t('articles.title'))
      await page.getByRole('main').getByRole('link', { name: title }).first().click()
      await expect(page).toHaveURL(pages.article)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    })

    test(`a reader in ${locale} fetches two typefaces with an article, and its italics once the reader does anything`, async ({
      page,
    }) => {
      const fetched = () =>
        page.evaluate(() =>
          performance
            .getEntriesByType('resource')
            .flatMap(({ name }) => /[\w-]+(?=\.v\d+\.woff2)/.exec(name) ?? []),
        )
      await page.setViewportSize({ width: 412, height: 823 })
      await page.goto(pages.article, { waitUntil: 'networkidle' })
      expect((await fetched()).sort()).toEqual(['terbit-sans', 'terbit-serif'])
      await page.mouse.wheel(0, 100)
      await expect.poll(fetched).toContain('terbit-serif-italic')
    })

    test(`a reader in ${locale} finds the newest article first on the list`, async ({ page }) => {
      const [newest] = magazine.articles
        .flatMap(({ texts }) => texts[locale] ?? [])
        .sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
      await page.goto(pages.articles)
      await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText(
        newest?.title ?? '',
      )
    })

    test(`a reader in ${locale} goes from an article to its tag, its author and its project`, async ({
      page,
    }) => {
      const { tags, authors, projects } = sample.bilingual
      const tag = magazine.tags.find(({ key }) => key === tags[0])?.name[locale] ?? ''
      const author = magazine.authors.find(({ slug }) => slug === authors[0])?.name ?? ''
      const project = magazine.projects.find(({ slug }) => slug === projects[0])?.name ?? ''
      for (const name of [tag, author, project]) {
        await page.goto(pages.article)
        await page.getByRole('main').getByRole('link', { name, exact: true }).last().click()
        await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
        // A project links to the passage that mentions it.
        const link = page.getByRole('main').getByRole('link', { name: title }).first()
        await expect(link).toHaveAttribute('href', new RegExp(`^${pages.article}(?:#|$)`))
      }
    })

    test(`a reader in ${locale} finds every project in the directory, under its categories`, async ({
      page,
    }) => {
      await page.goto(pages.projects)
      for (const category of magazine.categories)
        await expect(page.getByRole('heading', { name: category.name[locale], exact: true })).toBeVisible()
      for (const project of magazine.projects)
        await expect(page.getByRole('main').getByRole('link', { name: project.name }).first()).toBeVisible()
    })

    test(`a reader in ${locale} finds every author and every tag in use`, async ({ page }) => {
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

    test(`a reader in ${locale} finds an article of the other language on lists only where that is said`, async ({
      page,
    }) => {
      const [other] = otherLocales(locale)
      const foreign = locale === 'id' ? sample.english : sample.indonesian
      const unseen = other && foreign.texts[other]
      if (!other || !unseen)
        throw new Error('Expected an article that exists only in the other language, found none.')
      const language = t(`language.names.${other}`)
      const tag = magazine.tags.find(({ key }) => key === foreign.tags[0])
      const author = magazine.authors.find(({ slug }) => slug === foreign.authors[0])
      const tagPage = hrefFor({ page: 'tag', locale, slug: tag?.slug[locale] ?? '' })
      const authorPage = hrefFor({ page: 'author', locale, slug: author?.slug ?? '' })
      for (const path of [pages.articles, tagPage, authorPage]) {
        await page.goto(path)
        const elsewhere = page.getByRole('region', { name: t('language.only', { language }) })
        await expect(elsewhere.getByRole('link', { name: unseen.title })).toHaveAttribute('lang', other)
        await expect(page.getByRole('main').getByRole('link', { name: unseen.title })).toHaveCount(1)
      }
      await page.goto(pages.home)
      await expect(page.getByRole('main')).not.toContainText(unseen.title)
    })

    test(`a reader in ${locale} is offered the original at the address of an article that is not in their language`, async ({
      page,
    }) => {
      const [other] = otherLocales(locale)
      const unseen = other && (locale === 'id' ? sample.english : sample.indonesian).texts[other]
      const answer = await page.goto(hrefFor({ page: 'article', locale, slug: unseen?.slug ?? '' }))
      expect(answer?.status()).toBe(404)
      const language = t(`language.names.${locale}`)
      await expect(
        page.getByRole('heading', { level: 1, name: t('language.missing', { language }) }),
      ).toBeVisible()
      const original = page.getByRole('main').getByRole('link', { name: unseen?.title })
      await expect(original).toHaveAttribute('lang', other ?? '')
      await original.click()
      await expect(page.getByRole('heading', { level: 1, name: unseen?.title })).toBeVisible()
    })

    test(`a reader in ${locale} comes to the translation by the address of the other language`, async ({
      page,
    }) => {
      const [other] = otherLocales(locale)
      const slug = (other && sample.bilingual.texts[other]?.slug) ?? ''
      await page.goto(hrefFor({ page: 'article', locale, slug }))
      await expect(page).toHaveURL(pages.article)
    })
  })
}
