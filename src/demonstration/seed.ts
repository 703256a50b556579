import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type BasePayload,
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
} from 'payload'
import { underLock } from '@/database/lock'
import { query, queryInTransaction, sql } from '@/database/query'
import { type Locale, locales, otherLocales } from '@/i18n/locales'
import { toBody } from '@/markdown/read/to-body'
import { asPublished } from '@/publishing/published/status'
import type { Body } from '@/richtext/nodes'
import { contentFolder, type DemonstrationContent, demonstrationContent, pictureFolder } from './content'

type Texts<Value> = Partial<Record<Locale, Value>>
type Ids = Map<string, string>

/** Payload's writes, all in one transaction. */
type Writer = Pick<BasePayload, 'create' | 'update' | 'updateGlobal'>

/**
 * Puts the demonstration magazine into an empty database, as a whole or not at all: everything and the mark that it is
 * there are one transaction. A database that is marked or that holds anything is left alone, because an editor who has
 * deleted the magazine does not want it back. Of several starts at once, one does this and the others wait for it.
 * @returns true when the magazine was added.
 */
export const seedEmptyDatabase = (
  payload: BasePayload,
  onProgress: (step: string) => void,
): Promise<boolean> => {
  const onWait = () => onProgress('Waiting for another instance, which is adding demonstration content')
  return underLock(payload, { lock: 'first start', onWait }, async () => {
    const [marked] = await query(payload, sql`select 1 from first_start`)
    if (marked) return false
    for (const collection of ['articles', 'projects', 'tags', 'authors', 'media', 'users'] as const) {
      const { totalDocs } = await payload.count({ collection })
      if (totalDocs === 0) continue
      await query(payload, sql`insert into first_start (demonstration) values (false)`)
      return false
    }
    await addMagazine(payload, onProgress)
    return true
  })
}

async function addMagazine(payload: BasePayload, onProgress: (step: string) => void): Promise<void> {
  const content = await demonstrationContent(contentFolder)
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  const transactionID = await req.transactionID
  if (!transactionID) throw new Error('Expected an open transaction for the demonstration content.')
  try {
    const writer = within(payload, transactionID)
    onProgress('Adding demonstration content: pictures')
    const pictures = await addPictures(writer, content)
    onProgress('Adding demonstration content: authors, tags, projects')
    const authors = await addAuthors(writer, content, pictures)
    const tags = await addTags(writer, content)
    const categories = await addCategories(writer, content)
    const projects = await addProjects(writer, content, { pictures, categories })
    onProgress('Adding demonstration content: articles')
    await addArticles(writer, content, { pictures, authors, tags, projects })
    await addSite(writer, content)
    await queryInTransaction(req, sql`insert into first_start (demonstration) values (true)`)
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** Each write gets a request of its own, because hooks keep what they know of a write on its request. */
function within(payload: BasePayload, transactionID: string | number): Writer {
  const inside = <Options extends object>(options: Options) => ({ ...options, req: { transactionID } })
  return {
    create: ((options) => payload.create(inside(options))) as BasePayload['create'],
    update: ((options: Parameters<BasePayload['update']>[0]) =>
      payload.update(inside(options) as never)) as BasePayload['update'],
    updateGlobal: ((options) => payload.updateGlobal(inside(options))) as BasePayload['updateGlobal'],
  }
}

/**
 * Adds each picture once. The first description in each language counts; a lead picture comes before those in the text.
 */
async function addPictures(payload: Writer, content: DemonstrationContent): Promise<Ids> {
  const descriptions = new Map<string, Texts<{ alt: string; caption?: string }>>()
  const describePicture = (file: string, locale: Locale, alt: string, caption?: string) =>
    descriptions.set(file, { [locale]: { alt, ...(caption ? { caption } : {}) }, ...descriptions.get(file) })
  for (const { texts } of content.articles)
    for (const locale of locales) {
      const text = texts[locale]
      if (!text) continue
      describePicture(text.hero.picture, locale, text.hero.alt, text.hero.caption)
      for (const [, alt = '', file = ''] of text.markdown.matchAll(/!\[([^\]]*)\]\(pictures\/([^\s)]+)/g)) {
        describePicture(file, locale, alt)
      }
    }
  for (const { picture } of content.authors) describePicture(picture, 'id', '')
  for (const { logo, name } of content.projects)
    for (const locale of locales) describePicture(logo, locale, name)

  const ids: Ids = new Map()
  for (const [file, texts] of descriptions) {
    const { id } = await inEachLanguage(texts, (locale, text, known) =>
      known
        ? payload.update({ collection: 'media', id: known, locale, data: text })
        : addFile(payload, { file, locale, data: text }),
    )
    ids.set(file, id)
  }
  return ids
}

async function addFile(
  payload: Writer,
  { file, locale, data }: { file: string; locale: Locale; data: object },
) {
  const bytes = await readFile(join(pictureFolder, file))
  const mimetype = file.endsWith('.png') ? 'image/png' : 'image/webp'
  return payload.create({
    collection: 'media',
    locale,
    data,
    file: { data: bytes, mimetype, name: file, size: bytes.byteLength },
  })
}

async function addAuthors(payload: Writer, content: DemonstrationContent, pictures: Ids): Promise<Ids> {
  const ids: Ids = new Map()
  for (const { slug, name, title, biography, picture, links } of content.authors) {
    const shared = {
      slug,
      name,
      picture: pictures.get(picture),
      links: links.map(({ label, href }) => ({ label, url: href })),
    }
    const { id } = await inEachLanguage({ id: 0, en: 0 }, (locale, _, known) => {
      const data = { title: title[locale], biography: biography[locale] }
      return known
        ? payload.update({ collection: 'authors', id: known, locale, data })
        : payload.create({ collection: 'authors', locale, data: { ...shared, ...data } })
    })
    ids.set(slug, id)
  }
  return ids
}

async function addTags(payload: Writer, content: DemonstrationContent): Promise<Ids> {
  const ids: Ids = new Map()
  for (const { key, name, slug, description } of content.tags) {
    const { id } = await inEachLanguage(name, (locale, text, known) => {
      const data = { name: text, slug: slug[locale], description: description[locale] }
      return known
        ? payload.update({ collection: 'tags', id: known, locale, data })
        : payload.create({ collection: 'tags', locale, data })
    })
    ids.set(key, id)
  }
  return ids
}

async function addCategories(payload: Writer, content: DemonstrationContent): Promise<Ids> {
  const ids: Ids = new Map()
  for (const { key, name, slug, parent, order } of content.categories) {
    const { id } = await inEachLanguage(name, (locale, text, known) => {
      const data = { name: text, slug: slug[locale] }
      return known
        ? payload.update({ collection: 'categories', id: known, locale, data })
        : payload.create({
            collection: 'categories',
            locale,
            data: { ...data, order, parent: parent && ids.get(parent) },
          })
    })
    ids.set(key, id)
  }
  return ids
}

async function addProjects(
  payload: Writer,
  content: DemonstrationContent,
  { pictures, categories }: { pictures: Ids; categories: Ids },
): Promise<Ids> {
  const ids: Ids = new Map()
  for (const {
    slug,
    name,
    aliases,
    website,
    links,
    logo,
    summary,
    description,
    memberships,
  } of content.projects) {
    const shared = {
      slug,
      name,
      aliases,
      website,
      logo: pictures.get(logo),
      links: links.map(({ label, href }) => ({ label, url: href })),
    }
    let rows: { id?: string | null }[] = []
    const { id } = await inEachLanguage(summary, async (locale, text, known) => {
      const data = {
        summary: text,
        description: toBody(description[locale]).body as never,
        memberships: memberships.map((membership, index) => ({
          ...(rows[index]?.id ? { id: rows[index].id } : {}),
          category: categories.get(membership.category) ?? '',
          summary: membership.summary[locale],
        })),
        ...asPublished,
      }
      const doc = known
        ? await payload.update({ collection: 'projects', id: known, locale, data })
        : await payload.create({ collection: 'projects', locale, data: { ...shared, ...data } })
      rows = doc.memberships ?? []
      return doc
    })
    ids.set(slug, id)
  }
  return ids
}

async function addArticles(
  payload: Writer,
  content: DemonstrationContent,
  ids: { pictures: Ids; authors: Ids; tags: Ids; projects: Ids },
): Promise<void> {
  const all = (known: Ids, keys: string[]) => keys.flatMap((key) => known.get(key) ?? [])
  for (const article of content.articles) {
    const shared = {
      sourceLocale: article.sourceLocale,
      authors: all(ids.authors, article.authors),
      tags: all(ids.tags, article.tags),
      projects: all(ids.projects, article.projects),
    }
    await inEachLanguage(article.texts, (locale, text, known) => {
      const data = {
        title: text.title,
        slug: text.slug,
        description: text.description,
        publishedAt: text.publishedAt,
        keywords: text.keywords,
        hero: { picture: ids.pictures.get(text.hero.picture), alt: text.hero.alt },
        body: withPictures(
          toBody(text.markdown, { dialect: { format: 'mdx', math: true } }).body,
          ids.pictures,
        ) as never,
        ...asPublished,
      }
      return known
        ? payload.update({ collection: 'articles', id: known, locale, data })
        : payload.create({ collection: 'articles', locale, data: { ...shared, ...data } })
    })
  }
}

async function addSite(payload: Writer, { site }: DemonstrationContent): Promise<void> {
  let rows: { id?: string | null }[] = []
  for (const locale of locales) {
    const saved = await payload.updateGlobal({
      slug: 'site',
      locale,
      data: {
        name: site.name,
        tagline: site.tagline[locale],
        timeZone: site.timeZone,
        social: site.social.map(({ label, href }) => ({ label, url: href })),
        navigation: site.navigation.map(({ label, href }, index) => ({
          ...(rows[index]?.id ? { id: rows[index].id } : {}),
          label: label[locale],
          href: href[locale],
        })),
      },
    })
    rows = saved.navigation ?? []
  }
}

/** Creates a document in its first language and updates it in the others. */
async function inEachLanguage<Text, Doc extends { id: string }>(
  texts: Texts<Text>,
  save: (locale: Locale, text: Text, known: string | undefined) => Promise<Doc>,
): Promise<Doc> {
  let doc: Doc | undefined
  const [first] = locales.filter((locale) => texts[locale] !== undefined)
  for (const locale of first ? [first, ...otherLocales(first)] : []) {
    const text = texts[locale]
    if (text !== undefined) doc = await save(locale, text, doc?.id)
  }
  if (!doc) throw new Error('Expected a text in at least one language.')
  return doc
}

/** Replaces picture files that Markdown names by the media documents made from them. */
function withPictures(body: Body, pictures: Ids): Body {
  return JSON.parse(
    JSON.stringify(body, (_, value) => {
      const address = (value as { address?: unknown } | null)?.address
      if (typeof address !== 'string' || !address.startsWith('pictures/')) return value
      const { address: _address, ...rest } = value as Record<string, unknown>
      return { ...rest, picture: pictures.get(address.slice('pictures/'.length)) }
    }),
  ) as Body
}
