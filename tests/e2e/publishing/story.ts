import { randomBytes } from 'node:crypto'
import type { Locale } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import type { Api } from '../../support/product/api'
import { bodyOf } from '../../support/samples/bodies'

/** An article for one test, with its own author and tag, published in the languages that the test names. */
export type Story = {
  id: string
  author: string
  tag: string
  title: Record<Locale, string>
  /** The address of the article's page. */
  href(locale: Locale): string
  /** Addresses of all other pages of a language that show its title. */
  listedOn(locale: Locale): string[]
  remove(): Promise<void>
}

export async function writeStory(api: Api, published: readonly Locale[] = ['id', 'en']): Promise<Story> {
  const mark = randomBytes(4).toString('hex')
  const author = `penulis-${mark}`
  const tag = { id: `topik-${mark}`, en: `topic-${mark}` }
  const title = { id: `Kabar ${mark}`, en: `News ${mark}` }
  const slug = { id: `kabar-${mark}`, en: `news-${mark}` }

  const { id: authorId } = await api.create(
    'authors',
    { name: `Penulis ${mark}`, slug: author },
    { locale: 'id' },
  )
  const { id: tagId } = await api.create('tags', { name: `Topik ${mark}`, slug: tag.id }, { locale: 'id' })
  await api.update('tags', tagId, { name: `Topic ${mark}`, slug: tag.en }, { locale: 'en' })
  const { id } = await api.create(
    'articles',
    { title: title.id, authors: [authorId], tags: [tagId], _status: 'draft' },
    { locale: 'id', query: { draft: 'true' } },
  )
  for (const locale of published) {
    const body = bodyOf(`Isi ${mark} ${locale}.`)
    await api.update(
      'articles',
      id,
      { title: title[locale], slug: slug[locale], body, _status: 'published' },
      { locale },
    )
  }
  return {
    id,
    author: authorId,
    tag: tagId,
    title,
    href: (locale) => hrefFor({ page: 'article', locale, slug: slug[locale] }),
    listedOn: (locale) => [
      hrefFor({ page: 'home', locale }),
      hrefFor({ page: 'articles', locale }),
      hrefFor({ page: 'tag', locale, slug: tag[locale] }),
      hrefFor({ page: 'author', locale, slug: author }),
      hrefFor({ page: 'rss', locale }),
      hrefFor({ page: 'atom', locale }),
      hrefFor({ page: 'jsonFeed', locale }),
      hrefFor({ page: 'rss', locale, tag: tag[locale] }),
    ],
    remove: async () => {
      await api.remove('articles', id)
      await api.remove('tags', tagId)
      await api.remove('authors', authorId)
    },
  }
}
