import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Locale, locales } from '@/i18n/locales'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens')
const pictureFile = z.string().regex(/^[a-z0-9-]+\.(webp|png)$/, 'expected the name of a file in pictures/')
const https = z.url({ protocol: /^https$/ })
const localized = z.strictObject({ id: z.string().min(1), en: z.string().min(1) })
const localizedSlug = z.strictObject({ id: slug, en: slug })
const link = z.strictObject({ label: z.string().min(1), href: https })

const authorFormat = z.strictObject({
  slug,
  name: z.string().min(1),
  title: localized,
  /** Plain text, with a blank line between paragraphs. */
  biography: localized,
  picture: pictureFile,
  links: z.array(link),
})

const tagFormat = z.strictObject({ key: slug, name: localized, slug: localizedSlug, description: localized })

const categoryFormat = z.strictObject({
  key: slug,
  name: localized,
  slug: localizedSlug,
  /** The key of a first-level category. A first-level category has none. */
  parent: slug.optional(),
  order: z.int().positive(),
})

const projectFormat = z.strictObject({
  slug,
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  website: https,
  links: z.array(link),
  logo: pictureFile,
  summary: localized,
  /** Markdown. */
  description: localized,
  memberships: z.array(z.strictObject({ category: slug, summary: localized })).min(1),
})

const siteFormat = z.strictObject({
  name: z.string().min(1),
  tagline: localized,
  navigation: z.array(
    z.strictObject({ label: localized, href: z.strictObject({ id: z.string(), en: z.string() }) }),
  ),
  social: z.array(link),
  timeZone: z.string(),
})

const articleFormat = z.strictObject({
  sourceLocale: z.enum(locales),
  authors: z.array(slug).min(1),
  tags: z.array(slug).min(1),
  projects: z.array(slug),
})

const frontMatterFormat = z.strictObject({
  title: z.string().min(1),
  slug,
  description: z.string().min(1).max(160),
  publishedAt: z.iso.datetime({ offset: true }),
  hero: z.strictObject({
    picture: pictureFile,
    alt: z.string().min(1),
    caption: z.string().min(1).optional(),
  }),
  keywords: z.array(z.string().min(1)).min(1),
})

type DemonstrationAuthor = z.infer<typeof authorFormat>
type DemonstrationTag = z.infer<typeof tagFormat>
type DemonstrationCategory = z.infer<typeof categoryFormat>
type DemonstrationProject = z.infer<typeof projectFormat>
type DemonstrationSite = z.infer<typeof siteFormat>

/** An article in one language: its front matter, and its body as Markdown. Its pictures are `pictures/{file}`. */
type DemonstrationText = z.infer<typeof frontMatterFormat> & { markdown: string }

/** An article: the fields that its languages share, and a text for each language that it exists in. */
type DemonstrationArticle = z.infer<typeof articleFormat> & {
  /** The name of its folder, the same in every language. */
  key: string
  texts: Partial<Record<Locale, DemonstrationText>>
}

export type DemonstrationContent = {
  site: DemonstrationSite
  authors: DemonstrationAuthor[]
  tags: DemonstrationTag[]
  /** Parents before their children. */
  categories: DemonstrationCategory[]
  projects: DemonstrationProject[]
  articles: DemonstrationArticle[]
}

/** The folder of the content, relative to the root of the project, where commands run. */
export const contentFolder = 'src/demonstration/content'

/** The folder of the picture files that the content names. */
export const pictureFolder = 'src/demonstration/pictures'

/**
 * Reads and checks the magazine that an empty database starts with.
 * @throws Error that names the file and the field if a file does not match its format.
 */
export async function demonstrationContent(folder: string = contentFolder): Promise<DemonstrationContent> {
  const json = <T>(name: string, format: z.ZodType<T>) => readJson(join(folder, name), format)
  const categories = await json('categories.json', z.array(categoryFormat))
  return {
    site: await json('site.json', siteFormat),
    authors: await json('authors.json', z.array(authorFormat)),
    tags: await json('tags.json', z.array(tagFormat)),
    categories: categories.toSorted((a, b) => level(a) - level(b) || a.order - b.order),
    projects: await json('projects.json', z.array(projectFormat)),
    articles: await articlesIn(join(folder, 'articles')),
  }
}

const level = (category: DemonstrationCategory) => (category.parent ? 2 : 1)

async function articlesIn(folder: string): Promise<DemonstrationArticle[]> {
  const keys = (await readdir(folder)).sort()
  return Promise.all(
    keys.map(async (key) => ({
      key,
      ...(await readJson(join(folder, key, 'article.json'), articleFormat)),
      texts: await textsIn(join(folder, key)),
    })),
  )
}

async function textsIn(folder: string): Promise<DemonstrationArticle['texts']> {
  const present = await readdir(folder)
  const written = locales.filter((locale) => present.includes(`${locale}.md`))
  const texts = written.map(async (locale) => [locale, await readText(join(folder, `${locale}.md`))] as const)
  return Object.fromEntries(await Promise.all(texts))
}

async function readText(file: string): Promise<DemonstrationText> {
  const [, frontMatter, markdown] = /^---\n(.*?)\n---\n(.*)$/s.exec(await readFile(file, 'utf8')) ?? []
  if (frontMatter === undefined || markdown === undefined) {
    throw new Error(`${file}: expected front matter between two lines of ---, and a body after it.`)
  }
  return { ...checked(file, frontMatterFormat, parse(frontMatter)), markdown: markdown.trimStart() }
}

async function readJson<T>(file: string, format: z.ZodType<T>): Promise<T> {
  return checked(file, format, JSON.parse(await readFile(file, 'utf8')))
}

function checked<T>(file: string, format: z.ZodType<T>, value: unknown): T {
  const result = format.safeParse(value)
  if (!result.success) throw new Error(`${file} does not match its format:\n${z.prettifyError(result.error)}`)
  return result.data
}
