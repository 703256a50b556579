import type { Where } from 'payload'
import { type Locale, locales } from '@/i18n/locales'
import type { Category, Project } from '@/payload-types'
import type { Body } from '@/richtext/nodes'
import { bodyToHtml } from '@/richtext/to-hast'
import { hrefFor } from '@/site/hrefs'
import { mentionId } from '@/site/mentions'
import { webLinks } from '@/site/web-address'
import { articleList } from '../articles/article-summaries'
import { seoOverrides } from '../articles/seo-overrides'
import { asVisitor, cms, inEveryLanguage } from '../cms'
import { idOf } from '../references'
import { eachLanguage, termOf } from '../terms/terms'
import type {
  ArticleSummary,
  CategoryView,
  ProjectDetails,
  ProjectMention,
  ProjectPlace,
  ProjectSummary,
  Translations,
} from '../views'
import { inlineSentence } from './inline-markdown'
import { type Passage, passagesOfProject } from './mentions'
import { logosOf, projectSummaries, projectSummary, summarized } from './project-summaries'
import { relatedProjects } from './related-projects'

/**
 * Returns the categories of the directory with their published projects. Categories without projects are left out.
 */
export async function projectDirectory(locale: Locale): Promise<CategoryView[]> {
  const payload = await cms()
  const [categories, { docs }] = await Promise.all([
    allCategories(),
    payload.find({
      collection: 'projects',
      sort: 'name',
      select: summarized,
      limit: 0,
      pagination: false,
      ...asVisitor(locale),
    }),
  ])
  const logos = await logosOf(docs, locale)
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
          .map((doc) => projectSummary(doc, locale, logos, category.id))
        const children = parent === undefined ? below(category.id) : []
        if (projects.length === 0 && children.length === 0) return []
        return [{ id: category.id, name, slug: slug.text, projects, children }]
      })
  return below(undefined)
}

/** The published projects of a language, those first that were published or changed online last. */
export async function latestProjects(locale: Locale, limit: number): Promise<ProjectSummary[]> {
  const { docs } = await (await cms()).find({
    collection: 'projects',
    // A draft is stored beside the document, and changes nothing in its row.
    sort: ['-updatedAt', 'id'],
    select: summarized,
    limit,
    ...asVisitor(locale),
  })
  return projectSummaries(docs, locale)
}

export async function projectBySlug(locale: Locale, slug: string): Promise<ProjectDetails | undefined> {
  const payload = await cms()
  const where = { slug: { equals: slug } }
  const { docs } = await payload.find({ collection: 'projects', where, limit: 1, ...asVisitor(locale) })
  const [doc] = docs
  if (!doc) return undefined
  const [logos, categories, passages, related, translations] = await Promise.all([
    logosOf([doc], locale),
    allCategories(),
    passagesOfProject(doc.id, locale),
    relatedProjects(doc.id, locale),
    projectTranslations(doc.id),
  ])
  const mentioning: Where = { or: [{ projects: { in: [doc.id] } }, { id: { in: [...passages.keys()] } }] }
  const { articles } = await articleList(locale, { where: mentioning, limit: 100 })
  const description = doc.description as Body | null | undefined
  return {
    ...projectSummary(doc, locale, logos),
    links: webLinks(doc.links),
    ...(description ? { html: bodyToHtml(description, { locale }) } : {}),
    places: placesOf(doc, categories, locale),
    mentions: articles.map((article) => mentionIn(article, passages.get(article.id), slug)),
    related,
    translations,
    seo: seoOverrides(doc),
  }
}

function placesOf(doc: Project, categories: Category[], locale: Locale): ProjectPlace[] {
  const nameOf = (category: Category | undefined) => category && termOf(eachLanguage(category.name), locale)
  return categories.flatMap((category) => {
    const membership = (doc.memberships ?? []).find((one) => idOf(one.category) === category.id)
    const name = nameOf(category)
    const anchor = termOf(eachLanguage(category.slug), locale)
    if (!membership || !name || !anchor) return []
    const above = nameOf(categories.find(({ id }) => id === idOf(category.parent)))
    return [
      {
        name,
        ...(above ? { above } : {}),
        href: `${hrefFor({ page: 'projects', locale })}#${anchor.text}`,
        ...(membership.summary ? { summary: inlineSentence(membership.summary, locale) } : {}),
      },
    ]
  })
}

function mentionIn(article: ArticleSummary, passage: Passage | undefined, slug: string): ProjectMention {
  if (!passage) return { article, href: article.href }
  const { sentence, matchedText } = passage
  const at = sentence.indexOf(matchedText)
  const href = `${article.href}#${mentionId(slug)}`
  if (at < 0) return { article, href, sentence: [sentence, '', ''] }
  const after = at + matchedText.length
  return { article, href, sentence: [sentence.slice(0, at), matchedText, sentence.slice(after)] }
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
