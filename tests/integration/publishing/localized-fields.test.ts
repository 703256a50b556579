import { createLocalReq, type Where } from 'payload'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Locale, locales } from '@/i18n/locales'
import { withPayload } from '../../support/postgres/payload'
import { bodyOf } from '../../support/samples/bodies'

const terbit = withPayload()

/**
 * Payload takes whatever has a key `id` for a populated document, and a map of our languages has one. Each localized
 * field must therefore come through every operation as it went in.
 */
let pictures: Record<Locale, string>
const contentOf = (locale: Locale) => ({
  title: `Judul ${locale}`,
  slug: `alamat-${locale}`,
  description: `Ringkasan ${locale}`,
  body: bodyOf(`Isi ${locale}`),
  hero: { picture: pictures[locale], address: `https://example.org/${locale}.png`, alt: `Gambar ${locale}` },
  keywords: [`kunci ${locale}`, `lain ${locale}`],
  publishedAt: locale === 'id' ? '2026-01-02T03:04:05.000Z' : '2026-02-03T04:05:06.000Z',
  contentUpdatedAt: locale === 'id' ? '2026-03-02T03:04:05.000Z' : '2026-04-03T04:05:06.000Z',
  unlisted: locale === 'en',
})
type Content = ReturnType<typeof contentOf>
const fields = Object.keys({
  title: 0,
  slug: 0,
  description: 0,
  hero: 0,
  keywords: 0,
  publishedAt: 0,
  contentUpdatedAt: 0,
  unlisted: 0,
})

async function picture(name: string): Promise<string> {
  const data = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#b8430b' } })
    .png()
    .toBuffer()
  const file = { data, mimetype: 'image/png', name: `${name}.png`, size: data.byteLength }
  return (await terbit.payload.create({ collection: 'media', locale: 'id', data: { alt: name }, file })).id
}

beforeAll(async () => {
  pictures = { id: await picture('merah'), en: await picture('red') }
})

async function bothPublished(): Promise<string> {
  const { id } = await terbit.payload.create({
    collection: 'articles',
    locale: 'id',
    data: { ...contentOf('id'), _status: 'published' },
  })
  await publish(id, 'en')
  return id
}

const publish = (id: string, locale: Locale, more: Partial<Content> = {}) =>
  terbit.payload.update({
    collection: 'articles',
    id,
    locale,
    data: { ...contentOf(locale), ...more, _status: 'published' },
  })

async function shownIn(id: string, locale: Locale, draft = false) {
  const doc = await terbit.payload.findByID({
    collection: 'articles',
    id,
    locale,
    depth: 0,
    draft,
    fallbackLocale: false,
  })
  return Object.fromEntries(fields.map((field) => [field, doc[field as keyof typeof doc]]))
}

const expected = (locale: Locale) => {
  const { body: _body, ...content } = contentOf(locale)
  return content
}

async function remove(id: string) {
  await terbit.payload.delete({ collection: 'articles', id })
}

describe('every localized field of an article', () => {
  test('every localized field comes through the publication of one language and of both', async () => {
    const id = await bothPublished()
    for (const locale of locales) expect(await shownIn(id, locale)).toEqual(expected(locale))
    await remove(id)
  })

  test('every localized field is a map of languages where all are asked for', async () => {
    const id = await bothPublished()
    const doc = await terbit.payload.findByID({ collection: 'articles', id, locale: 'all', depth: 1 })
    const maps = doc as unknown as Record<string, Record<Locale, { picture?: { id: string } }>>
    expect(maps.title).toEqual({ id: 'Judul id', en: 'Judul en' })
    expect(maps.hero?.id.picture?.id).toBe(pictures.id)
    expect(maps.hero?.en.picture?.id).toBe(pictures.en)
    await remove(id)
  })

  test('every localized field comes through a copy, but for what belongs to one article alone', async () => {
    const id = await bothPublished()
    const copy = await terbit.payload.duplicate({ collection: 'articles', id, locale: 'en' })
    for (const locale of locales) {
      const shown = await shownIn(copy.id, locale, true)
      expect(shown).toMatchObject({
        title: `Judul ${locale}`,
        description: `Ringkasan ${locale}`,
        hero: expected(locale).hero,
        keywords: expected(locale).keywords,
        unlisted: expected(locale).unlisted,
      })
      expect(shown.publishedAt).toBeNull()
    }
    await remove(copy.id)
    await remove(id)
  })

  test('every localized field comes through the restoring of a version', async () => {
    const { restoreLanguage } = await import('@/publishing/write/restore')
    const id = await bothPublished()
    const where: Where = { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] }
    const { docs } = await terbit.payload.findVersions({
      collection: 'articles',
      locale: 'en',
      where,
      limit: 1,
    })
    await publish(id, 'en', {
      title: 'Other',
      hero: { picture: pictures.id, address: '', alt: '' },
      keywords: [],
    })
    await restoreLanguage({
      req: await createLocalReq({ locale: 'en' }, terbit.payload),
      collection: 'articles',
      versionId: docs[0]?.id ?? '',
      locale: 'en',
      overrideAccess: true,
    })
    for (const locale of locales) expect(await shownIn(id, locale)).toEqual(expected(locale))
    await remove(id)
  })
})

test("a project's memberships keep their summaries in both languages through publication and copy", async () => {
  const category = await terbit.payload.create({
    collection: 'categories',
    locale: 'id',
    data: { name: 'Alat', slug: 'alat' },
  })
  const summary = { id: 'Untuk menulis.', en: 'For writing.' }
  const { id, memberships } = await terbit.payload.create({
    collection: 'projects',
    locale: 'id',
    data: {
      name: 'Pena',
      slug: 'pena',
      memberships: [{ category: category.id, summary: summary.id }],
      _status: 'published',
    },
  })
  const row = memberships?.[0]?.id
  await terbit.payload.update({
    collection: 'projects',
    id,
    locale: 'en',
    data: { memberships: [{ id: row, category: category.id, summary: summary.en }], _status: 'published' },
  })
  const copy = await terbit.payload.duplicate({ collection: 'projects', id, locale: 'id' })
  for (const one of [id, copy.id]) {
    const doc = await terbit.payload.findByID({
      collection: 'projects',
      id: one,
      locale: 'all',
      depth: 0,
      draft: true,
    })
    expect(doc.memberships?.[0]?.summary).toEqual(summary)
  }
})
