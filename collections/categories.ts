import { type CollectionConfig, ValidationError } from 'payload'
import { anyone, editors, signedIn } from '@/access/roles'
import { updateTerm } from '@/access/rules'
import { boundVisitors } from '@/access/visitors'
import { label, sentence } from '@/i18n/admin-words'
import { nameInAnyLanguage } from '@/publishing/terms/names-of-terms'
import { term } from '@/publishing/terms/term'
import { savedAtOnce } from './document-views'
import { shared } from './fields'

export const categories: CollectionConfig = term({
  slug: 'categories',
  labels: { singular: label((w) => w.categories.one), plural: label((w) => w.categories.many) },
  defaultSort: 'order',
  admin: {
    useAsTitle: 'name',
    // With this, the lists of other collections ask only for the name.
    enableListViewSelectAPI: true,
    ...savedAtOnce,
    group: label((w) => w.groups.directory),
    defaultColumns: ['name', 'slug', 'parent', 'order'],
  },
  access: { read: anyone, readVersions: signedIn, create: editors, update: updateTerm, delete: editors },
  hooks: {
    beforeOperation: [boundVisitors(['name', 'slug', 'parent', 'order']), nameInAnyLanguage],
    beforeChange: [
      async ({ data, originalDoc, req }) => {
        if (!data.parent) return data
        const parent = await req.payload.findByID({
          collection: 'categories',
          id: data.parent,
          depth: 0,
          select: { parent: true },
          req,
        })
        const hasChildren = originalDoc?.id
          ? await req.payload.count({
              collection: 'categories',
              where: { parent: { equals: originalDoc.id } },
              req,
            })
          : { totalDocs: 0 }
        if (!parent.parent && hasChildren.totalDocs === 0 && data.parent !== originalDoc?.id) return data
        const message = sentence(req.i18n.language, (w) => w.errors.categoryLevels)
        const errors = [{ path: 'parent', message, label: label((w) => w.categories.parent) }]
        throw new ValidationError({ errors, req }, req.t)
      },
    ],
  },
  fields: [
    { name: 'name', type: 'text', localized: true, label: label((w) => w.categories.name) },
    { name: 'slug', type: 'text', localized: true, unique: true, label: label((w) => w.categories.slug) },
    shared({
      name: 'parent',
      type: 'relationship',
      relationTo: 'categories',
      filterOptions: { parent: { exists: false } },
      label: label((w) => w.categories.parent),
      admin: { description: label((w) => w.categories.parentHelp) },
    }),
    shared({ name: 'order', type: 'number', defaultValue: 0, label: label((w) => w.categories.order) }),
  ],
})
