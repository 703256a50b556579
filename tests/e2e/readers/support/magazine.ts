import { contentFolder, demonstrationContent } from '@/demonstration/content'
import type { Locale } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'

/** The content of the demonstration magazine, read from its files. The pages must show it. */
export const magazine = await demonstrationContent(contentFolder)

const bilingual = magazine.articles.find(({ texts }) => texts.id && texts.en)
const indonesian = magazine.articles.find(({ texts }) => texts.id && !texts.en)
const english = magazine.articles.find(({ texts }) => texts.en && !texts.id)
const [author] = magazine.authors
const [tag] = magazine.tags
const project =
  magazine.projects.find(({ slug }) => bilingual?.projects.includes(slug)) ?? magazine.projects[0]
if (!bilingual || !indonesian || !english || !author || !tag || !project)
  throw new Error(
    'Expected the demonstration to have an article in both languages, and one in each language only.',
  )

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

/** Returns the addresses of all articles of the magazine in a language. Together they use every block. */
export const everyArticle = (locale: Locale): string[] =>
  magazine.articles.filter(({ texts }) => texts[locale]).map((article) => articleHref(article, locale))

/** An address without a page. */
export const nowhere = (locale: Locale): string => `/${locale}/blog/tidak-ada`
