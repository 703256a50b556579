import {
  type Access,
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeLoginHook,
  type FieldAccess,
  ValidationError,
} from 'payload'
import { label, sentence } from '@/i18n/admin-words'
import { adminOnly, type Member, member } from './roles'

/** Users see themselves. Admins see everyone. */
export const selfOrAdmin: Access = ({ req }) => {
  const user = member({ req })
  if (!user) return false
  return user.role === 'admin' ? true : { id: { equals: user.id } }
}

/** Users cannot raise their own role, change their own languages or reactivate themselves. */
export const adminField: FieldAccess = ({ req }) => adminOnly({ req })

/** An admin cannot delete the account that they are signed in with. */
export const deleteOtherUsers: Access = ({ req }) => {
  const user = member({ req })
  return user?.role === 'admin' ? { id: { not_equals: user.id } } : false
}

export const refuseDeactivated: CollectionBeforeLoginHook = ({ user, req }) => {
  if ((user as unknown as Member).deactivated)
    throw new APIError(
      sentence(req.i18n.language, (words) => words.errors.deactivated),
      403,
      undefined,
      true,
    )
}

/** Deactivating a user ends all of their sessions. */
export const endSessionsOfDeactivated: CollectionBeforeChangeHook = ({ data }) =>
  data.deactivated ? { ...data, sessions: [] } : data

/** The last active admin stays one. Otherwise nobody could invite users or reactivate them. */
export const keepAnAdmin: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const before = originalDoc as Member | undefined
  const after = { ...before, ...data } as Member
  if (operation === 'create' || !before || !isActiveAdmin(before) || isActiveAdmin(after)) return data
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: {
      and: [
        { id: { not_equals: before.id } },
        { role: { equals: 'admin' } },
        { deactivated: { not_equals: true } },
      ],
    },
    req,
  })
  if (totalDocs > 0) return data
  const message = sentence(req.i18n?.language, (w) => w.errors.lastAdmin)
  const path = after.deactivated ? 'deactivated' : 'role'
  const errors = [{ path, message, label: label((w) => w.users[path]) }]
  throw new ValidationError({ collection: 'users', errors, req }, req.t)
}

const isActiveAdmin = ({ role, deactivated }: Member): boolean => role === 'admin' && !deactivated
