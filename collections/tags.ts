import type { CollectionConfig } from 'payload'
import { anyone, editors, signedIn } from '@/access/roles'
import { updateTerm } from '@/access/rules'
import { boundVisitors } from '@/access/visitors'
import { label } from '@/i18n/admin-words'
import { nameInAnyLanguage } from '@/publishing/terms/names-of-terms'
import { term } from '@/publishing/terms/term'
import { savedAtOnce } from './document-views'

export const tags: CollectionConfig = term({
  slug: 'tags',
  labels: { singular: label((w) => w.tags.one), plural: label((w) => w.tags.many) },
  defaultSort: 'slug',
  admin: {
    useAsTitle: 'name',
    // With this, the lists of other collections ask only for the name.
    enableListViewSelectAPI: true,
    ...savedAtOnce,
    group: label((w) => w.groups.directory),
    defaultColumns: ['name', 'slug'],
  },
  access: { read: anyone, readVersions: signedIn, create: editors, update: updateTerm, delete: editors },
  hooks: { beforeOperation: [boundVisitors(['name', 'slug', 'aliases', 'description']), nameInAnyLanguage] },
  fields: [
    { name: 'name', type: 'text', localized: true, label: label((w) => w.tags.name) },
    { name: 'slug', type: 'text', localized: true, unique: true, label: label((w) => w.tags.slug) },
    {
      name: 'aliases',
      type: 'text',
      hasMany: true,
      localized: true,
      label: label((w) => w.tags.aliases),
      admin: { description: label((w) => w.tags.aliasesHelp) },
    },
    { name: 'description', type: 'textarea', localized: true, label: label((w) => w.tags.description) },
  ],
})
