import type { CollectionConfig } from 'payload'
import { anyone, editors, signedIn } from '@/access/roles'
import { updateByline } from '@/access/rules'
import { boundVisitors } from '@/access/visitors'
import { label } from '@/i18n/admin-words'
import { term } from '@/publishing/terms/term'
import { savedAtOnce } from './document-views'
import { links, pathOrAddress, shared } from './fields'

export const authors: CollectionConfig = term({
  slug: 'authors',
  labels: { singular: label((w) => w.authors.one), plural: label((w) => w.authors.many) },
  defaultSort: 'name',
  admin: {
    useAsTitle: 'name',
    ...savedAtOnce,
    group: label((w) => w.groups.directory),
    defaultColumns: ['name', 'slug', 'title'],
  },
  access: { read: anyone, readVersions: signedIn, create: editors, update: updateByline, delete: editors },
  hooks: {
    beforeOperation: [
      boundVisitors(['slug', 'name', 'title', 'biography', 'picture', 'pictureAddress', 'links']),
    ],
  },
  fields: [
    shared({ name: 'name', type: 'text', required: true, label: label((w) => w.authors.name) }),
    shared({ name: 'slug', type: 'text', required: true, unique: true, label: label((w) => w.authors.slug) }),
    { name: 'title', type: 'text', localized: true, label: label((w) => w.authors.title) },
    {
      name: 'biography',
      type: 'textarea',
      localized: true,
      label: label((w) => w.authors.biography),
      admin: { description: label((w) => w.authors.biographyHelp), rows: 6 },
    },
    shared({ name: 'picture', type: 'upload', relationTo: 'media', label: label((w) => w.authors.picture) }),
    shared({
      name: 'pictureAddress',
      type: 'text',
      label: label((w) => w.authors.pictureAddress),
      validate: pathOrAddress,
    }),
    links('links', { one: () => label((w) => w.projects.link), many: () => label((w) => w.authors.links) }),
  ],
})
