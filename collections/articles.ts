import type { CollectionConfig } from 'payload'
import { editors, signedIn } from '@/access/roles'
import { createArticle, ownByline, publishedOrSignedIn, updateArticle } from '@/access/rules'
import { boundVisitors } from '@/access/visitors'
import { label } from '@/i18n/admin-words'
import { localeOrFallback, locales } from '@/i18n/locales'
import { keepMentionsOfArticle } from '@/projects/write/keep-mentions'
import { projectsEndpoints } from '@/projects/write/take-endpoints'
import { publishing } from '@/publishing/write/collection'
import { copyBlocks } from '@/publishing/write/identify-blocks'
import { articleEditor } from '@/richtext/editor/editor'
import { forgetEntriesOfArticle, keepEntryOfArticle } from '@/search/keep-entries'
import { addressField, languagesApart, languagesColumn } from './document-views'
import { card, dayAndTime, pathOrAddress, seo, shared } from './fields'

const words = <K extends string>(pick: (w: Parameters<Parameters<typeof label>[0]>[0]['articles']) => K) =>
  label((w) => pick(w.articles))

/** The fields by which a visitor may filter, sort and select. */
const publicArticleFields = [
  'title',
  'slug',
  'description',
  'body',
  'hero',
  'keywords',
  'publishedAt',
  'contentUpdatedAt',
  'sourceLocale',
  'importPath',
  'authors',
  'tags',
  'projects',
] as const

export const articles: CollectionConfig = publishing({
  slug: 'articles',
  labels: { singular: words((w) => w.one), plural: words((w) => w.many) },
  defaultSort: '-publishedAt',
  endpoints: projectsEndpoints,
  admin: {
    ...languagesApart('articles', {
      beforeDocumentControls: ['@/admin/projects/projects-of-article#ProjectsDrawer'],
      editMenuItems: ['@/admin/projects/projects-of-article#ProjectsMenuItem'],
    }),
    preview: ({ id }, { locale }) => `/${locale}/preview/${id}`,
    useAsTitle: 'title',
    group: label((w) => w.groups.writing),
    defaultColumns: ['title', 'languages', 'authors', 'tags', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'description'],
  },
  access: {
    read: publishedOrSignedIn,
    readVersions: signedIn,
    create: createArticle,
    update: updateArticle,
    delete: editors,
  },
  hooks: {
    beforeOperation: [boundVisitors(publicArticleFields)],
    afterChange: [keepMentionsOfArticle, keepEntryOfArticle],
    afterDelete: [forgetEntriesOfArticle],
  },
  fields: [
    languagesColumn,
    {
      type: 'tabs',
      tabs: [
        {
          label: words((w) => w.content),
          fields: [
            {
              name: 'title',
              type: 'text',
              localized: true,
              label: words((w) => w.title),
              admin: { components: { Cell: '@/admin/languages/title-cell#TitleCell' } },
            },
            {
              name: 'description',
              type: 'textarea',
              localized: true,
              label: words((w) => w.description),
              admin: { description: words((w) => w.descriptionHelp), rows: 2 },
            },
            {
              name: 'body',
              hooks: { beforeDuplicate: [copyBlocks] },
              type: 'richText',
              localized: true,
              editor: articleEditor,
              label: words((w) => w.body),
            },
          ],
        },
        {
          label: words((w) => w.details),
          fields: [
            {
              name: 'hero',
              type: 'group',
              // The group is localized, not the relation in it. Payload takes any object with a key `id` for a
              // populated document, so it would mistake a relation's locale map { en, id } for one.
              localized: true,
              label: words((w) => w.hero),
              fields: [
                { name: 'picture', type: 'upload', relationTo: 'media', label: words((w) => w.picture) },
                {
                  name: 'address',
                  type: 'text',
                  label: words((w) => w.address),
                  validate: pathOrAddress,
                  admin: { description: words((w) => w.addressHelp) },
                },
                {
                  name: 'alt',
                  type: 'text',
                  label: words((w) => w.alt),
                  admin: { description: words((w) => w.altHelp) },
                },
              ],
            },
            {
              name: 'keywords',
              type: 'text',
              hasMany: true,
              localized: true,
              label: words((w) => w.keywords),
            },
            shared({
              name: 'projects',
              type: 'relationship',
              relationTo: 'projects',
              hasMany: true,
              label: words((w) => w.projects),
              admin: { description: words((w) => w.projectsHelp) },
            }),
            seo,
          ],
        },
        { label: label((w) => w.card.tab), fields: card('article') },
      ],
    },
    {
      name: 'slug',
      type: 'text',
      localized: true,
      index: true,
      label: words((w) => w.slug),
      hooks: { beforeDuplicate: [() => null] },
      admin: {
        position: 'sidebar',
        description: words((w) => w.slugHelp),
        components: addressField('title'),
      },
    },
    {
      name: 'publishedAt',
      type: 'date',
      localized: true,
      index: true,
      label: words((w) => w.publishedAt),
      hooks: { beforeDuplicate: [() => null] },
      admin: { position: 'sidebar', date: dayAndTime },
    },
    shared({
      name: 'authors',
      type: 'relationship',
      relationTo: 'authors',
      hasMany: true,
      defaultValue: ownByline,
      label: words((w) => w.authors),
      admin: { position: 'sidebar', description: words((w) => w.sharedHelp) },
    }),
    shared({
      name: 'tags',
      type: 'relationship',
      relationTo: 'tags',
      hasMany: true,
      label: words((w) => w.tags),
      admin: { position: 'sidebar', description: words((w) => w.sharedHelp) },
    }),
    shared({
      name: 'sourceLocale',
      type: 'select',
      defaultValue: ({ locale }: { locale?: string }) => localeOrFallback(locale),
      options: locales.map((value) => ({ value, label: label((w) => w.locales[value]) })),
      label: words((w) => w.sourceLocale),
      admin: { position: 'sidebar' },
    }),
    {
      name: 'unlisted',
      type: 'checkbox',
      localized: true,
      defaultValue: false,
      label: words((w) => w.unlisted),
      admin: { position: 'sidebar', description: words((w) => w.unlistedHelp) },
    },
    {
      name: 'contentUpdatedAt',
      type: 'date',
      localized: true,
      label: words((w) => w.contentUpdatedAt),
      hooks: { beforeDuplicate: [() => null] },
      admin: { position: 'sidebar', date: dayAndTime },
    },
    {
      name: 'importPath',
      type: 'text',
      unique: true,
      label: words((w) => w.importPath),
      access: { update: () => false, create: () => false },
      hooks: { beforeDuplicate: [() => null] },
      admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data?.importPath) },
    },
    {
      name: 'createdBy',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      label: words((w) => w.createdBy),
      access: { read: signedIn, update: () => false, create: () => false },
      hooks: { beforeDuplicate: [() => null] },
      admin: { position: 'sidebar', readOnly: true, hidden: true },
    },
    {
      name: 'updatedBy',
      type: 'relationship',
      relationTo: 'users',
      label: words((w) => w.updatedBy),
      access: { read: signedIn, update: () => false, create: () => false },
      admin: { position: 'sidebar', readOnly: true, hidden: true },
    },
  ],
})
