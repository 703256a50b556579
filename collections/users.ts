import type { CollectionConfig, Condition } from 'payload'
import { passwordResetMail, refuseWeakPasswords } from '@/access/passwords'
import { adminOnly, roles, signedIn } from '@/access/roles'
import {
  adminField,
  deleteOtherUsers,
  endSessionsOfDeactivated,
  keepAnAdmin,
  refuseDeactivated,
  selfOrAdmin,
} from '@/access/users'
import { environment } from '@/env'
import { label } from '@/i18n/admin-words'
import { locales } from '@/i18n/locales'
import { firstUserEndpoint } from '@/security/first-user'
import { peopleEndpoints } from '@/security/people/endpoints'
import { leaveNoTraces } from '@/security/people/leave-no-traces'
import { demandSecondFactor, endSessionsWithoutSecondFactor } from '@/security/second-factor/demand'
import { secondFactorEndpoints } from '@/security/second-factor/endpoints'
import { cookiesOf } from '@/security/session-cookies'
import { sessionEndpoints } from '@/security/sessions/endpoints'
import { noteRefreshedSession } from '@/security/sessions/session-facts'
import { forgotPasswordEndpoint } from '@/security/sign-in/forgot-password'
import { logInEndpoint } from '@/security/sign-in/log-in'
import { resetPasswordEndpoint } from '@/security/sign-in/reset-password'
import { unlockEndpoint } from '@/security/sign-in/unlock'
import { timeZone } from './fields'

const { siteUrl } = environment()

/** Shows a field only to signed-in users. The form for the first user has none. */
const forSomebodyElse: Condition = (_data, _siblings, { user }) => Boolean(user)

export const users: CollectionConfig = {
  slug: 'users',
  labels: { singular: label((w) => w.users.one), plural: label((w) => w.users.many) },
  auth: {
    // A lock would let a stranger lock somebody out: src/security/sign-in limits guesses instead.
    maxLoginAttempts: 0,
    tokenExpiration: 7 * 24 * 3600,
    cookies: cookiesOf(siteUrl),
    forgotPassword: passwordResetMail,
  },
  admin: {
    useAsTitle: 'name',
    hideAPIURL: true,
    group: label((w) => w.groups.settings),
    defaultColumns: ['name', 'email', 'role', 'deactivated'],
  },
  access: {
    admin: ({ req }) => signedIn({ req }),
    read: selfOrAdmin,
    create: adminOnly,
    update: selfOrAdmin,
    delete: deleteOtherUsers,
    unlock: adminOnly,
  },
  disableDuplicate: true,
  endpoints: [
    firstUserEndpoint,
    logInEndpoint,
    forgotPasswordEndpoint,
    resetPasswordEndpoint,
    unlockEndpoint,
    ...secondFactorEndpoints,
    ...sessionEndpoints,
    ...peopleEndpoints,
  ],
  hooks: {
    beforeValidate: [refuseWeakPasswords],
    beforeDelete: [leaveNoTraces],
    beforeLogin: [refuseDeactivated, demandSecondFactor],
    afterRefresh: [noteRefreshedSession],
    beforeChange: [keepAnAdmin, endSessionsOfDeactivated, endSessionsWithoutSecondFactor],
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: label((w) => w.users.name) },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'author',
      saveToJWT: true,
      options: roles.map((value) => ({ value, label: label((w) => w.users.roles[value]) })),
      label: label((w) => w.users.role),
      access: { create: adminField, update: adminField },
    },
    {
      name: 'locales',
      type: 'select',
      // By default Payload would take a table `users_locales` for the localized fields of users, and could not read a
      // user.
      dbName: 'users_languages',
      enumName: 'enum_users_languages',
      hasMany: true,
      options: locales.map((value) => ({ value, label: label((w) => w.locales[value]) })),
      label: label((w) => w.users.locales),
      access: { create: adminField, update: adminField },
      admin: {
        description: label((w) => w.users.localesHelp),
        condition: (data) => data?.role === 'translator',
      },
    },
    {
      name: 'author',
      type: 'relationship',
      relationTo: 'authors',
      label: label((w) => w.users.author),
      access: { create: adminField, update: adminField },
      admin: { description: label((w) => w.users.authorHelp), condition: forSomebodyElse },
    },
    { ...timeZone, label: label((w) => w.users.timeZone) },
    {
      name: 'deactivated',
      type: 'checkbox',
      defaultValue: false,
      label: label((w) => w.users.deactivated),
      access: { create: adminField, update: adminField },
      admin: {
        position: 'sidebar',
        description: label((w) => w.users.deactivatedHelp),
        condition: forSomebodyElse,
      },
    },
    {
      name: 'signingIn',
      type: 'ui',
      admin: {
        components: { Field: '@/admin/account/signing-in#SigningIn' },
        condition: forSomebodyElse,
        disableBulkEdit: true,
        disableListColumn: true,
      },
    },
  ],
}
