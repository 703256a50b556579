import type { CollectionConfig, Field } from 'payload'
import { label } from '@/i18n/admin-words'
import type { PublishedCollection } from '@/publishing/write/published-state'

type Admin = NonNullable<CollectionConfig['admin']>

/** How the admin panel shows a document whose languages are published apart. */
export const languagesApart = (collection: PublishedCollection) =>
  ({
    // Would write into the other language past its own rules, and fails on arrays in blocks (payload#11924, #12361).
    disableCopyToLocale: true,
    hideAPIURL: true,
    components: {
      Description: { path: '@/admin/editing/document-heading#DocumentHeading', serverProps: { collection } },
      edit: {
        PublishButton: '@/admin/editing/publish-button#PublishButton',
        PreviewButton: '@/admin/editing/preview-button#PreviewButton',
        ...(collection === 'articles'
          ? {
              beforeDocumentControls: ['@/admin/projects/projects-of-article#ProjectsDrawer'],
              editMenuItems: ['@/admin/projects/projects-of-article#ProjectsMenuItem'],
            }
          : {}),
      },
      views: { edit: { default: { Component: '@/admin/editing/edit-view#EditView' } } },
    },
  }) satisfies Admin

/** How it shows a document of which both languages are online as soon as they are saved. */
export const savedAtOnce = {
  disableCopyToLocale: true,
  hideAPIURL: true,
  components: { Description: '@/admin/editing/locale-in-address#LocaleInAddress' },
} satisfies Admin

/** A column for lists: what there is in each language. It holds nothing of its own. */
export const languagesColumn: Field = {
  name: 'languages',
  type: 'ui',
  label: label((w) => w.articles.languages),
  admin: { components: { Cell: '@/admin/languages/languages-cell#LanguagesCell' }, disableBulkEdit: true },
}

/** The field of an address: proposes one from the field that it follows, and asks before a published one changes. */
export const addressField = (follows: 'title' | 'name') => ({
  Field: { path: '@/admin/editing/slug-field#SlugField', clientProps: { follows } },
})
