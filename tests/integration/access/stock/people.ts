import type { Payload } from 'payload'
import type { Role } from '@/access/roles'
import { type Session, signIn } from '../../../support/product/rest'

const password = 'kopi tubruk panas'

export type Person = { id: string; email: string; session: Session }

/** Makes the users that the table names, and the user who owns the articles of others. */
export async function invitePeople(payload: Payload) {
  const byline = await payload.create({ collection: 'authors', data: { name: 'Sari', slug: 'sari' } })
  const invite = async (name: string, role: Role, more: object = {}): Promise<Person> => {
    const email = `${name}@example.org`
    const { id } = await payload.create({
      collection: 'users',
      data: { name, email, password, role, ...more },
    })
    return { id, email, session: await signIn(email, password) }
  }
  const people = {
    admin: await invite('admin', 'admin'),
    editor: await invite('editor', 'editor'),
    translator: await invite('translator', 'translator', { locales: ['en'] }),
    author: await invite('author', 'author', { author: byline.id }),
    deactivated: await invite('deactivated', 'admin'),
    stranger: await invite('stranger', 'author'),
  }
  await payload.update({ collection: 'users', id: people.deactivated.id, data: { deactivated: true } })
  return { ...people, visitor: undefined, bylineId: byline.id }
}

export type People = Awaited<ReturnType<typeof invitePeople>>
