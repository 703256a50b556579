import { randomBytes } from 'node:crypto'
import {
  type BasePayload,
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  NotFound,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import { label } from '@/i18n/admin-words'
import { fallbackForVisitors, locales } from '@/i18n/locales'

export type Erasing = {
  /** Erases the name that the user's articles carry too. Without it their byline stays, as part of their work. */
  byline: boolean
}

/**
 * Erases a user in one transaction: account, sessions, browsers, second factor, settings and locks. Their work stays, and
 * names nobody as its beginner. @throws ValidationError for the last active admin, NotFound
 */
export async function eraseUser(payload: BasePayload, userId: string, { byline }: Erasing): Promise<void> {
  const req = await createLocalReq({}, payload as Payload)
  const owns = await initTransaction(req)
  try {
    const user = await payload.findByID({
      collection: 'users',
      id: userId,
      depth: 0,
      disableErrors: true,
      req,
    })
    if (!user) throw new NotFound()
    // Refused for the last active admin, by the rule that holds for everybody.
    await payload.update({ collection: 'users', id: userId, data: { deactivated: true }, req })
    const author = typeof user.author === 'object' ? user.author?.id : user.author
    if (byline && author) await eraseByline(payload, req, author)
    await payload.delete({ collection: 'users', id: userId, req })
    if (owns) await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** Leaves an entry that tells nothing about anybody, so that articles keep an author. Its earlier versions go. */
async function eraseByline(payload: BasePayload, req: PayloadRequest, id: string): Promise<void> {
  const nobody = {
    name: label((w) => w.users.formerAuthor)[fallbackForVisitors],
    slug: `author-${randomBytes(4).toString('hex')}`,
    picture: null,
    pictureAddress: null,
    links: [],
  }
  for (const locale of locales)
    await payload.update({
      collection: 'authors',
      id,
      locale,
      data: { ...nobody, title: null, biography: null },
      req,
    })
  await queryInTransaction(
    req,
    sql`delete from _authors_v where parent_id = ${id} and id not in (
          select id from _authors_v where parent_id = ${id} order by created_at desc limit 1)`,
  )
}
