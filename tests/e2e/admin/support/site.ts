import { type Locale, locales } from '@/i18n/locales'
import type { Api } from '../../../support/product/api'

/** Documents of the demonstration magazine to open the views with. */
export type Site = {
  /**
   * The language of the content. It equals the panel's, so that content is not mistaken for words of the panel in
   * the wrong language.
   */
  locale: Locale
  article: string
  articleVersion: string
  ids: Record<'articles' | 'authors' | 'categories' | 'media' | 'projects' | 'tags' | 'users', string>
  authorVersion: string
  siteVersion: string
}

const collections = ['articles', 'authors', 'categories', 'media', 'projects', 'tags', 'users'] as const

/** The oldest published article is in both languages. Articles that other tests create come later. */
const oldest: Partial<Record<string, Record<string, string>>> = {
  articles: { sort: 'createdAt', 'where[_status][equals]': 'published' },
}

/** Returns the documents, and saves an article, an author and the site, so that each has a version to look at. */
export async function siteToVisit(api: Api): Promise<Omit<Site, 'locale'>> {
  const ids = Object.fromEntries(
    await Promise.all(
      collections.map(
        async (collection) => [collection, await firstOf(api, collection, oldest[collection])] as const,
      ),
    ),
  ) as Site['ids']
  await api.update('authors', ids.authors, { title: 'Redaktur' }, { locale: 'id' })
  await api.updateGlobal('site', { tagline: 'Terbit setiap pagi' }, { locale: 'id' })
  for (const locale of locales) {
    const draft = { locale, query: { draft: 'true' } }
    await api.update('articles', ids.articles, { description: 'Terbit' }, draft)
  }
  return {
    article: ids.articles,
    ids,
    articleVersion: await firstOf(api, 'articles/versions', { 'where[parent][equals]': ids.articles }),
    authorVersion: await firstOf(api, 'authors/versions', { 'where[parent][equals]': ids.authors }),
    siteVersion: await firstOf(api, 'globals/site/versions'),
  }
}

async function firstOf(api: Api, collection: string, query: Record<string, string> = {}): Promise<string> {
  const [first] = await api.find(collection, { locale: 'id', query: { limit: '1', ...query } })
  if (!first) throw new Error(`Expected the demonstration to have something in ${collection}, found nothing.`)
  return first.id
}
