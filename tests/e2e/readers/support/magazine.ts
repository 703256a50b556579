import { contentFolder, demonstrationContent } from '@/demonstration/content'
import type { Locale } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'

/** What the demonstration magazine holds, read from its files: what pages must show. */
export const magazine = await demonstrationContent(contentFolder)

const bilingual = magazine.articles.find(({ texts }) => texts.id && texts.en)
const indonesian = magazine.articles.find(({ texts }) => texts.id && !texts.en)
const english = magazine.articles.find(({ texts }) => texts.en && !texts.id)
const [author] = magazine.authors
const [tag] = magazine.tags
const project =
  magazine.projects.find(({ slug }) => bilingual?.projects.includes(slug)) ?? magazine.projects[0]
if (!bilingual || !indonesian || !english || !author || !tag || !project)
  throw new Error('Expected a magazine with articles in both languages and in each alone.')

export const sample = { bilingual, indonesian, english, author, tag, project }

export const articleHref = (article: typeof bilingual, locale: Locale): string =>
  hrefFor({ page: 'article', locale, slug: article.texts[locale]?.slug ?? '' })

/** One address of every type of page. */
export const pageTypes = (locale: Locale) =>
  ({
    home: hrefFor({ page: 'home', locale }),
    articles: hrefFor({ page: 'articles', locale }),
    article: articleHref(sample.bilingual, locale),
    tags: hrefFor({ page: 'tags', locale }),
    tag: hrefFor({ page: 'tag', locale, slug: sample.tag.slug[locale] }),
    authors: hrefFor({ page: 'authors', locale }),
    author: hrefFor({ page: 'author', locale, slug: sample.author.slug }),
    projects: hrefFor({ page: 'projects', locale }),
    project: hrefFor({ page: 'project', locale, slug: sample.project.slug }),
  }) as const

/** Every article of the magazine in a language: together they use every block. */
export const everyArticle = (locale: Locale): string[] =>
  magazine.articles.filter(({ texts }) => texts[locale]).map((article) => articleHref(article, locale))

/** An address at which there is nothing. */
export const nowhere = (locale: Locale): string => `/${locale}/blog/tidak-ada`
