import type { Where } from 'payload'
import { type Locale, locales } from '@/i18n/locales'
import type { Category, Project } from '@/payload-types'
import type { Body } from '@/richtext/nodes'
import { bodyToHtml } from '@/richtext/to-hast'
import { hrefFor } from '@/site/hrefs'
import { articleList } from './article-summaries'
import { asVisitor, cms, inEveryLanguage } from './cms'
import { passagesOfProject } from './mentions'
import { picturesById } from './pictures'
import { seoOverrides } from './seo-overrides'
import { eachLanguage, termOf } from './terms'
import type { CategoryView, Picture, ProjectSummary, ProjectView, Translations } from './views'

/** Every published project, below the categories that it stands in; categories without one are left out. */
export async function projectDirectory(locale: Locale): Promise<CategoryView[]> {
  const payload = await cms()
  const [categories, { docs }] = await Promise.all([
    allCategories(),
    payload.find({ collection: 'projects', sort: 'name', limit: 0, pagination: false, ...asVisitor(locale) }),
  ])
  const pictures = await picturesById(
    docs.map(({ logo }) => logo),
    locale,
  )
  const below = (parent: string | undefined): CategoryView[] =>
    categories
      .filter((category) => (idOf(category.parent) ?? undefined) === parent)
      .flatMap((category) => {
        const name = termOf(eachLanguage(category.name), locale)
        const slug = termOf(eachLanguage(category.slug), locale)
        if (!name || !slug) return []
        const projects = docs
          .filter((doc) =>
            (doc.memberships ?? []).some((membership) => idOf(membership.category) === category.id),
          )
          .map((doc) => projectSummary(doc, locale, pictures, category.id))
        const children = parent === undefined ? below(category.id) : []
        if (projects.length === 0 && children.length === 0) return []
        return [{ id: category.id, name, slug: slug.text, projects, children }]
      })
  return below(undefined)
}

/** The published projects of a language that were changed last. */
export async function latestProjects(locale: Locale, limit: number): Promise<ProjectSummary[]> {
  const { docs } = await (await cms()).find({
    collection: 'projects',
    sort: '-createdAt',
    limit,
    ...asVisitor(locale),
  })
  const pictures = await picturesById(
    docs.map(({ logo }) => logo),
    locale,
  )
  return docs.map((doc) => projectSummary(doc, locale, pictures))
}

export async function projectBySlug(locale: Locale, slug: string): Promise<ProjectView | undefined> {
  const payload = await cms()
  const where = { slug: { equals: slug } }
  const { docs } = await payload.find({ collection: 'projects', where, limit: 1, ...asVisitor(locale) })
  const [doc] = docs
  if (!doc) return undefined
  const [pictures, categories, passages] = await Promise.all([
    picturesById([doc.logo], locale),
    allCategories(),
    passagesOfProject(doc.id, locale),
  ])
  const mentioning: Where = { or: [{ projects: { in: [doc.id] } }, { id: { in: [...passages.keys()] } }] }
  const { articles } = await articleList(locale, { where: mentioning, limit: 100 })
  const description = doc.description as Body | null | undefined
  return {
    ...projectSummary(doc, locale, pictures),
    aliases: doc.aliases ?? [],
    links: (doc.links ?? []).map(({ label, url }) => ({ label, href: url })),
    ...(description ? { html: bodyToHtml(description, { locale }) } : {}),
    categories: categories.flatMap((category) => {
      if (!(doc.memberships ?? []).some((membership) => idOf(membership.category) === category.id)) return []
      const name = termOf(eachLanguage(category.name), locale)
      const anchor = termOf(eachLanguage(category.slug), locale)
      return name && anchor ? [{ name, href: `${hrefFor({ page: 'projects', locale })}#${anchor.text}` }] : []
    }),
    mentions: articles.map((article) => {
      const sentence = passages.get(article.id)
      return sentence ? { article, sentence } : { article }
    }),
    seo: seoOverrides(doc),
    translations: await projectTranslations(doc.id),
  }
}

async function projectTranslations(id: string): Promise<Translations> {
  const payload = await cms()
  const found = await Promise.all(
    locales.map(async (locale) => {
      const where = { id: { equals: id } }
      const { docs } = await payload.find({
        collection: 'projects',
        where,
        select: { slug: true },
        limit: 1,
        ...asVisitor(locale),
      })
      const slug = docs[0]?.slug
      return slug ? [[locale, hrefFor({ page: 'project', locale, slug })]] : []
    }),
  )
  return Object.fromEntries(found.flat())
}

async function allCategories(): Promise<Category[]> {
  const payload = await cms()
  const { docs } = await payload.find({
    collection: 'categories',
    ...inEveryLanguage,
    sort: ['order', 'id'],
    limit: 0,
    pagination: false,
  })
  return docs
}

const idOf = (reference: string | { id: string } | null | undefined): string | undefined =>
  typeof reference === 'string' ? reference : reference?.id

/** A project's summary is that of its membership in the category where it is shown, else its own. */
function projectSummary(
  doc: Project,
  locale: Locale,
  pictures: Map<string, Picture>,
  category?: string,
): ProjectSummary {
  const membership = (doc.memberships ?? []).find(
    (one) => category === undefined || idOf(one.category) === category,
  )
  const text = (category ? membership?.summary || doc.summary : doc.summary || membership?.summary) ?? ''
  const logo = typeof doc.logo === 'string' ? pictures.get(doc.logo) : undefined
  return {
    id: doc.id,
    name: doc.name,
    href: hrefFor({ page: 'project', locale, slug: doc.slug ?? '' }),
    ...(text ? { summary: { text, lang: locale } } : {}),
    ...(logo ? { logo } : {}),
    ...(doc.website ? { website: doc.website } : {}),
  }
}
