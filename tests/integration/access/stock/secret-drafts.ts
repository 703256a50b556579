import type { Payload } from 'payload'
import type { Body } from '@/richtext/nodes'
import { bodyOf } from '../../../support/samples/bodies'
import { asFile } from './documents'

/** A word that every unpublished text contains, and no other text. */
export const secret = 'kuncirahasia'
/** A word of the same length that no text contains. Questions with it must get the same answers as with the secret. */
export const decoy = 'batukerikil'

/** Makes published English with Indonesian drafts, drafts that published texts link to, and a later draft of each. */
export async function hideDrafts(payload: Payload) {
  const user = await payload.create({
    collection: 'users',
    data: { name: secret, email: `${secret}@example.org`, password: 'kopi tubruk panas', role: 'editor' },
  })
  const media = await payload.create({
    collection: 'media',
    locale: 'en',
    data: { alt: 'A cup' },
    file: await asFile(),
  })
  const author = await payload.create({
    collection: 'authors',
    locale: 'en',
    data: { name: 'Sari', slug: 'sari', title: 'Editor', picture: media.id },
  })
  const tag = await payload.create({ collection: 'tags', locale: 'en', data: { name: 'City', slug: 'city' } })
  const category = await payload.create({
    collection: 'categories',
    locale: 'en',
    data: { name: 'Agents', slug: 'agents' },
  })
  const shared = { authors: [author.id], tags: [tag.id], createdBy: user.id }

  const hidden = await payload.create({
    collection: 'articles',
    locale: 'en',
    draft: true,
    data: {
      ...shared,
      title: `${secret} one`,
      slug: `${secret}-one`,
      body: bodyOf(`${secret}.`),
      keywords: [secret],
    },
  })
  const hiddenProject = await payload.create({
    collection: 'projects',
    locale: 'en',
    draft: true,
    data: { name: `${secret} project`, slug: `${secret}-project`, summary: secret },
  })
  const project = await payload.create({
    collection: 'projects',
    locale: 'en',
    data: {
      name: 'Angkot',
      slug: 'angkot',
      summary: 'Open',
      _status: 'published',
      memberships: [{ category: category.id, summary: 'Open', sourceArticle: hidden.id }],
    },
  })
  await payload.update({
    collection: 'projects',
    id: project.id,
    locale: 'en',
    data: { _status: 'published' },
  })
  await payload.update({
    collection: 'projects',
    id: project.id,
    locale: 'id',
    draft: true,
    data: { summary: secret, description: bodyOf(secret) as never },
  })

  const article = await payload.create({
    collection: 'articles',
    locale: 'id',
    draft: true,
    data: {
      ...shared,
      title: `${secret} dua`,
      slug: `${secret}-dua`,
      description: secret,
      keywords: [secret],
      body: bodyOf(`${secret}.`),
      hero: { address: `https://example.org/${secret}.png`, alt: secret },
      projects: [project.id, hiddenProject.id],
    },
  })
  const english = { collection: 'articles', id: article.id, locale: 'en' } as const
  await payload.update({
    ...english,
    data: {
      title: 'Open',
      slug: 'open',
      body: linkingTo(hidden.id),
      keywords: ['open'],
      _status: 'published',
    },
  })
  await payload.update({ ...english, draft: true, data: { title: `${secret} later`, description: secret } })
  return {
    articles: [article.id, hidden.id],
    projects: [project.id, hiddenProject.id],
    authors: [author.id],
    tags: [tag.id],
    categories: [category.id],
    media: [media.id],
    users: [user.id],
  }
}

/** Returns a text with a link to another article. */
function linkingTo(id: string): Body {
  const body = bodyOf('Open text with a ')
  const [paragraph] = body.root.children
  if (paragraph?.type !== 'paragraph') throw new Error('Expected a paragraph.')
  const inline = { version: 3, direction: 'ltr', format: '', indent: 0 } as const
  paragraph.children.push({
    ...inline,
    type: 'link',
    id: 'a1b2c3d4e5f6a1b2c3d4e5f6',
    fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'articles', value: id } },
    children: [...paragraph.children],
  } as never)
  return body
}
