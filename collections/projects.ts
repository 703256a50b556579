import type { CollectionConfig } from 'payload'
import { editors, signedIn } from '@/access/roles'
import { translatorsWrite } from '@/access/rows'
import { publishedOrSignedIn, updateTerm } from '@/access/rules'
import { boundVisitors } from '@/access/visitors'
import { label } from '@/i18n/admin-words'
import { keepMentionsOfProject } from '@/projects/write/keep-mentions'
import { publishing } from '@/publishing/write/collection'
import { shortEditor } from '@/richtext/editor/editor'
import { addressField, languagesApart, languagesColumn } from './document-views'
import { card, httpAddress, links, seo, shared } from './fields'

export const projects: CollectionConfig = publishing({
  slug: 'projects',
  labels: { singular: label((w) => w.projects.one), plural: label((w) => w.projects.many) },
  defaultSort: 'name',
  admin: {
    ...languagesApart('projects'),
    useAsTitle: 'name',
    group: label((w) => w.groups.directory),
    defaultColumns: ['name', 'languages', 'website', 'updatedAt'],
    listSearchableFields: ['name', 'slug'],
  },
  access: {
    read: publishedOrSignedIn,
    readVersions: signedIn,
    create: editors,
    update: updateTerm,
    delete: editors,
  },
  hooks: {
    afterChange: [keepMentionsOfProject],
    beforeOperation: [
      boundVisitors([
        'name',
        'slug',
        'aliases',
        'website',
        'links',
        'logo',
        'summary',
        'description',
        'memberships',
      ]),
    ],
  },
  fields: [
    languagesColumn,
    {
      type: 'tabs',
      tabs: [
        {
          label: label((w) => w.articles.details),
          fields: [
            shared({ name: 'name', type: 'text', required: true, label: label((w) => w.projects.name) }),
            {
              name: 'summary',
              type: 'textarea',
              localized: true,
              label: label((w) => w.projects.summary),
              admin: { rows: 2 },
            },
            {
              name: 'description',
              type: 'richText',
              localized: true,
              editor: shortEditor,
              label: label((w) => w.projects.description),
            },
            {
              name: 'memberships',
              type: 'array',
              hooks: { beforeValidate: [translatorsWrite('summary')] },
              label: label((w) => w.projects.memberships),
              labels: {
                singular: label((w) => w.projects.membership),
                plural: label((w) => w.projects.memberships),
              },
              fields: [
                {
                  name: 'category',
                  type: 'relationship',
                  relationTo: 'categories',
                  required: true,
                  label: label((w) => w.projects.category),
                },
                {
                  name: 'summary',
                  type: 'textarea',
                  localized: true,
                  label: label((w) => w.projects.summary),
                  admin: { rows: 2 },
                },
                {
                  name: 'sourceArticle',
                  type: 'relationship',
                  relationTo: 'articles',
                  label: label((w) => w.projects.source),
                },
                {
                  name: 'sourceBlock',
                  type: 'text',
                  label: label((w) => w.projects.sourceBlock),
                  admin: { readOnly: true },
                },
              ],
            },
            links('links', {
              one: () => label((w) => w.projects.link),
              many: () => label((w) => w.projects.links),
            }),
            seo,
          ],
        },
        { label: label((w) => w.card.tab), fields: card('project') },
      ],
    },
    shared({
      name: 'slug',
      type: 'text',
      unique: true,
      label: label((w) => w.projects.slug),
      hooks: { beforeDuplicate: [() => null] },
      admin: { position: 'sidebar', components: addressField('name') },
    }),
    shared({
      name: 'aliases',
      type: 'text',
      hasMany: true,
      label: label((w) => w.projects.aliases),
      admin: { position: 'sidebar', description: label((w) => w.projects.aliasesHelp) },
    }),
    shared({
      name: 'website',
      type: 'text',
      label: label((w) => w.projects.website),
      validate: httpAddress,
      admin: { position: 'sidebar' },
    }),
    shared({
      name: 'logo',
      type: 'upload',
      relationTo: 'media',
      label: label((w) => w.projects.logo),
      admin: { position: 'sidebar' },
    }),
  ],
})
