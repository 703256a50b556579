import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { unstable_doesMiddlewareMatch } from 'next/experimental/testing/server'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Locale } from '@/i18n/locales'
import type { ProjectRow } from '@/projects/extract'
import { config } from '../../../proxy'
import { sampleArticle, sampleSite } from '../../support/samples/sample-views'

/** What a list with a third language in it makes of the product, whose code has a hyphen. Words apart, of which it has none. */
const third = 'pt-BR' as string as Locale
const origin = 'https://fajar.example'

const everywhere = { id: '/id/blog/a', en: '/en/blog/b', [third]: '/pt-BR/blog/c' }

beforeAll(() => {
  vi.resetModules()
  vi.doMock('@/i18n/languages', async (original) => {
    const { languages } = await original<typeof import('@/i18n/languages')>()
    const portuguese = {
      code: 'pt-BR',
      autonym: 'Português',
      direction: 'ltr',
      conventions: 'pt-BR',
      openGraph: 'pt_BR',
      search: 'portuguese',
      wordsPerMinute: 220,
    }
    return { languages: [...languages, portuguese] }
  })
})

afterAll(() => {
  vi.doUnmock('@/i18n/languages')
  vi.resetModules()
})

test('is one of the languages, and one of the others of each other one', async () => {
  const { isLocale, locales, localeOrFallback, otherLocales } = await import('@/i18n/locales')
  expect(locales).toEqual(['id', 'en', third])
  expect(otherLocales('en')).toEqual(['id', third])
  expect([isLocale('pt-BR'), isLocale('pt'), localeOrFallback('pt-BR')]).toEqual([true, false, third])
})

test.each([
  ['pt-BR,pt;q=0.9,en;q=0.8', 'pt-BR'],
  ['pt', 'pt-BR'],
  ['fr, en;q=0.5', 'en'],
])('is negotiated: %s is answered in %s', async (acceptLanguage, expected) => {
  const { negotiateLocale } = await import('@/i18n/negotiate-locale')
  expect(negotiateLocale({ acceptLanguage })).toBe(expected)
  expect(negotiateLocale({ cookie: 'pt-BR', acceptLanguage: 'en' })).toBe('pt-BR')
})

test('has addresses, and its old addresses of a Docusaurus site are known', async () => {
  const { hrefFor } = await import('@/site/hrefs')
  const { oldListPage } = await import('@/site/old-addresses')
  expect(hrefFor({ page: 'article', locale: third, slug: 'café' })).toBe('/pt-BR/blog/caf%C3%A9')
  expect(oldListPage('/pt-BR/blog/tags/cafe', 'en')).toMatchObject({
    page: 'tag',
    locale: third,
    slug: 'cafe',
  })
  expect(oldListPage('/blog/authors', third)).toEqual({ page: 'authors', locale: third })
})

test('writes dates, numbers and lists in its own way', async () => {
  const { formatDate, formatList, formatNumber } = await import('@/i18n/formats')
  expect([
    formatDate({ iso: '2026-08-16T18:30:00.000Z', locale: third, timeZone: 'UTC' }),
    formatNumber(12345.5, third),
    formatList(['Ana', 'Rui'], third),
  ]).toEqual(['16 de agosto de 2026', '12.345,5', 'Ana e Rui'])
})

test('is among the alternates of pages, in Open Graph, JSON-LD and the sitemap', async () => {
  const { articleMetadata } = await import('@/seo/article-metadata')
  const { blogPosting } = await import('@/seo/json-ld')
  const { sitemap } = await import('@/feeds/sitemap')
  const article = { ...sampleArticle, translations: everywhere, locale: 'id', sourceLocale: 'id' } as const
  const { alternates, openGraph } = articleMetadata({ origin, site: sampleSite, article })
  expect(alternates?.languages).toMatchObject({
    en: `${origin}/en/blog/b`,
    'pt-BR': `${origin}/pt-BR/blog/c`,
  })
  expect(openGraph).toMatchObject({ locale: 'id_ID', alternateLocale: ['en_US', 'pt_BR'] })
  expect(blogPosting({ origin, site: sampleSite, article })).toMatchObject({
    workTranslation: [{ '@id': `${origin}/en/blog/b` }, { '@id': `${origin}/pt-BR/blog/c` }],
  })
  const addresses = { id: `${origin}/id`, en: `${origin}/en`, [third]: `${origin}/pt-BR` }
  expect(sitemap([{ addresses }], third)).toContain(`hreflang="pt-BR" href="${origin}/pt-BR"`)
})

test('is taken from a Docusaurus site, and named on the command line', async () => {
  const { localesIn, localesOption } = await import('@/commands/folder-arguments')
  const { placeInBlog } = await import('@/docusaurus/format/post-path')
  const { locales } = await import('@/i18n/locales')
  expect([localesIn('en,pt-BR'), localesOption]).toEqual([['en', third], '--locales id,en,pt-BR'])
  expect(
    placeInBlog('i18n/pt-BR/docusaurus-plugin-content-blog/a.md', { locales, defaultLocale: 'en' }),
  ).toEqual({ locale: third, relative: 'a.md' })
})

test('has a row of each project that an article lists in three languages', async () => {
  const { alignRows } = await import('@/projects/align')
  const row = (name: string, category: string): ProjectRow => ({
    name,
    category: [category],
    summary: '.',
    rootIndex: 0,
  })
  const texts = {
    en: [row('A', 'Tools'), row('B', 'Tools')],
    id: [row('A', 'Alat')],
    [third]: [row('A', 'Ferramentas'), row('C', 'Jogos')],
  }
  const names = alignRows(texts, 'en').map((aligned) =>
    (['en', 'id', third] as const).map((locale) => aligned[locale]?.name),
  )
  expect(names).toEqual([
    ['A', 'A', 'A'],
    ['B', undefined, undefined],
    [undefined, undefined, 'C'],
  ])
})

test('has a section of its own where articles are offered that the page’s language lacks', async () => {
  const { Elsewhere } = await import('@/ui/article/elsewhere')
  const articles = (['id', third] as const).map((locale) => ({
    locale,
    title: `In ${locale}`,
    href: `/${locale}/blog/a`,
    publishedAt: '2026-08-16T18:30:00.000Z',
  }))
  const html = renderToStaticMarkup(createElement(Elsewhere, { articles, locale: 'en', timeZone: 'UTC' }))
  expect(html.match(/<section/g)).toHaveLength(2)
  expect(html).toContain('<a href="/pt-BR/blog" hrefLang="pt-BR"')
})

/** Asks a server on a port of its own, one address after the other. */
async function asked(listener: RequestListener, paths: string[]): Promise<string[]> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const texts: string[] = []
    for (const path of paths) texts.push(await (await fetch(address + path)).text())
    return texts
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test('has its pages and searches kept in front of Next', async () => {
  const { keptAnswers } = await import('@/server/answers/kept-answers')
  const kept = keptAnswers()
  let behind = 0
  const paths = ['/pt-BR/blog', '/pt-BR/search?q=a', '/pt-PT/blog']
  await asked(
    (request, response) => {
      if (kept.answered(request, response)) return
      behind += 1
      response.setHeader('x-nextjs-cache', 'MISS')
      response.setHeader('content-type', 'text/html')
      response.end('<p>one')
    },
    [...paths, ...paths],
  )
  expect(behind).toBe(paths.length + 1)
})

test('has pages of its own for what is not found', async () => {
  const { fillNotFound } = await import('@/server/answers/not-found-answer')
  const [text] = await asked(
    (request, response) => {
      fillNotFound(request, response, async (locale, article) => `${locale} ${article}`)
      response.statusCode = 404
      response.setHeader('content-type', 'text/html')
      response.end()
    },
    ['/pt-BR/blog/cafe'],
  )
  expect(text).toBe('pt-BR cafe')
})

test('may stand in the literals of the proxy as it is', () => {
  const matcher = config.matcher.map((pattern) => pattern.replace('id|en', 'id|en|pt-BR'))
  const paths = ['/pt-BR/blog', '/pt-BR/', '/pt-BR/blog/cafe.html', '/pt/blog']
  const through = paths.filter((url) => unstable_doesMiddlewareMatch({ config: { matcher }, url }))
  expect(through).toEqual(paths.slice(1))
})
