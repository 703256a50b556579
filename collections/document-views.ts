import type { CollectionConfig, Field } from 'payload'
import { label } from '@/i18n/admin-words'
import type { PublishedCollection } from '@/publishing/publishables/publishable'

type Admin = NonNullable<CollectionConfig['admin']>

type EditView = NonNullable<NonNullable<Admin['components']>['edit']>

/**
 * Admin settings of documents whose languages are published apart.
 * @param more further components of the edit view
 */
export const languagesApart = (collection: PublishedCollection, more: EditView = {}) =>
  ({
    // Copying would bypass another language's rules, and fails on arrays in blocks (payload#11924, #12361).
    disableCopyToLocale: true,
    hideAPIURL: true,
    components: {
      Description: { path: '@/admin/editing/document-heading#DocumentHeading', serverProps: { collection } },
      edit: {
        PublishButton: '@/admin/editing/publish-button#PublishButton',
        PreviewButton: '@/admin/editing/preview-button#PreviewButton',
        ...more,
      },
      views: { edit: { default: { Component: '@/admin/editing/edit-view#EditView' } } },
    },
  }) satisfies Admin

/** Admin settings of documents whose languages are online as soon as they are saved. */
export const savedAtOnce = {
  disableCopyToLocale: true,
  hideAPIURL: true,
  components: { Description: '@/admin/editing/locale-in-address#LocaleInAddress' },
} satisfies Admin

/** A column of lists that shows the state of each language. It stores nothing. */
export const languagesColumn: Field = {
  name: 'languages',
  type: 'ui',
  label: label((w) => w.articles.languages),
  admin: { components: { Cell: '@/admin/languages/languages-cell#LanguagesCell' }, disableBulkEdit: true },
}

/** The slug field: proposes a slug from the field that it follows, and asks before a published slug changes. */
export const addressField = (follows: 'title' | 'name') => ({
  Field: { path: '@/admin/editing/slug-field#SlugField', clientProps: { follows } },
})
