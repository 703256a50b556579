import type { CollectionConfig } from 'payload'
import { editors, signedIn } from '@/access/roles'
import { label } from '@/i18n/admin-words'
import { locales } from '@/i18n/locales'
import { storeAsKey } from '@/publishing/publishables/article-redirects'

/** Old addresses. Each leads to a document in a language, never to a path, so that redirects cannot form chains. */
export const redirects: CollectionConfig = {
  slug: 'redirects',
  labels: { singular: label((w) => w.redirects.one), plural: label((w) => w.redirects.many) },
  admin: {
    useAsTitle: 'from',
    hideAPIURL: true,
    group: label((w) => w.groups.settings),
    defaultColumns: ['from', 'article', 'locale'],
  },
  access: { read: signedIn, create: editors, update: editors, delete: editors },
  disableDuplicate: true,
  fields: [
    {
      name: 'from',
      type: 'text',
      required: true,
      unique: true,
      hooks: { beforeValidate: [storeAsKey] },
      label: label((w) => w.redirects.from),
    },
    {
      name: 'article',
      type: 'relationship',
      relationTo: 'articles',
      required: true,
      index: true,
      label: label((w) => w.redirects.article),
    },
    {
      name: 'locale',
      type: 'select',
      required: true,
      options: locales.map((value) => ({ value, label: label((w) => w.locales[value]) })),
      label: label((w) => w.redirects.locale),
    },
  ],
}
