import type { Locale } from '@/i18n/locales'

/** The roles of users, widest first. The rules are in the files beside this one, one file per subject. */
export const roles = ['admin', 'editor', 'translator', 'author'] as const

export type Role = (typeof roles)[number]

/** The fields of a signed-in user that the rules read. */
export type Member = {
  id: string
  role: Role
  /** A translator's languages. */
  locales?: Locale[] | null
  /** An author's byline: the id of their entry in `authors`. */
  author?: string | { id: string } | null
  deactivated?: boolean | null
}

type Asking = { req: { user: unknown } }

/** Returns the signed-in user of a request, if their account is active. */
export function member({ req }: Asking): Member | undefined {
  const user = req.user as Member | null | undefined
  return user && !user.deactivated ? user : undefined
}

const hasRole =
  (...allowed: Role[]) =>
  (asking: Asking): boolean => {
    const user = member(asking)
    return user !== undefined && allowed.includes(user.role)
  }

export const anyone = () => true
export const nobody = () => false
export const signedIn = (asking: Asking): boolean => member(asking) !== undefined
export const adminOnly = hasRole('admin')
export const editors = hasRole('admin', 'editor')
