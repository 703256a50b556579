import type { Field, TextFieldSingleValidation } from 'payload'
import { notTranslators } from '@/access/rules'
import { label, sentence } from '@/i18n/admin-words'
import { layoutsOf } from '@/og/card/card-layouts'
import { keepsUnsafeAddresses } from '@/richtext/editor/standing-addresses'
import { isSafeAddress, isWebAddress } from '@/site/web-address'

/** Makes a field that all languages share. Translators see it and cannot change it. */
export const shared = <F extends Field>(field: F): F => ({
  ...field,
  access: { update: notTranslators, ...accessOf(field) },
})

const accessOf = (field: Field) => ('access' in field ? field.access : undefined)

/** A list of links to other sites, each with its label. */
export const links = (
  name: string,
  text: { one: () => Record<string, string>; many: () => Record<string, string> },
): Field =>
  shared({
    name,
    type: 'array',
    label: text.many(),
    labels: { singular: text.one(), plural: text.many() },
    fields: [
      { name: 'label', type: 'text', required: true, label: label((w) => w.projects.linkLabel) },
      {
        name: 'url',
        type: 'text',
        required: true,
        label: label((w) => w.projects.linkAddress),
        validate: httpAddress,
      },
    ],
  })

/** The fields of a document's card: the choice of layout, and a preview with the words in the form. */
export const card = (kind: keyof typeof layoutsOf): Field[] => [
  shared({
    name: 'cardLayout',
    type: 'select',
    defaultValue: 'standard',
    enumName: `enum_card_layout_${kind}`,
    options: layoutsOf[kind].map((value) => ({ value, label: label((w) => w.card.layouts[value]) })),
    label: label((w) => w.card.layout),
    admin: { isClearable: false, description: label((w) => w.articles.sharedHelp) },
  }),
  {
    name: 'cardPreview',
    type: 'ui',
    admin: {
      components: { Field: { path: '@/admin/card/card-preview#CardPreview', clientProps: { kind } } },
      disableBulkEdit: true,
      disableListColumn: true,
    },
  },
]

/** Accepts nothing, or an address on the web that a page may link to. */
export const httpAddress: TextFieldSingleValidation = (value, { previousValue, req }) =>
  isUnchanged(value, previousValue) ||
  isWebAddress(value ?? '') ||
  sentence(req.i18n.language, (w) => w.errors.httpAddress)

/** Accepts nothing, or an address that a page may link to or load: on the web, or a path of this site. */
export const pathOrAddress: TextFieldSingleValidation = (value, { previousValue, req }) =>
  keepsUnsafeAddresses(req) ||
  isUnchanged(value, previousValue) ||
  isSafeAddress(value ?? '') ||
  sentence(req.i18n.language, (w) => w.errors.address)

/** A value that an import kept is never shown, so an editor who changes another field is not blamed for it. */
const isUnchanged = (value: string | null | undefined, previous: unknown) => !value || value === previous

/** A date with its time, in a format that suits all our languages. */
export const dayAndTime = {
  pickerAppearance: 'dayAndTime',
  displayFormat: 'd MMM yyyy, HH:mm',
  timeFormat: 'HH:mm',
} as const

/** The texts for search engines and shared links, where they should differ from the page's own. */
export const seo: Field = {
  name: 'seo',
  type: 'group',
  localized: true,
  label: label((w) => w.seo.label),
  fields: [
    {
      name: 'title',
      type: 'text',
      label: label((w) => w.seo.title),
      admin: { description: label((w) => w.seo.titleHelp) },
    },
    {
      name: 'description',
      type: 'textarea',
      label: label((w) => w.seo.description),
      admin: { description: label((w) => w.seo.descriptionHelp), rows: 2 },
    },
    {
      name: 'hidden',
      type: 'checkbox',
      defaultValue: false,
      label: label((w) => w.seo.hidden),
      admin: { description: label((w) => w.seo.hiddenHelp) },
    },
  ],
}

/** An IANA time zone that this runtime knows. */
export const timeZone = {
  name: 'timeZone',
  type: 'text',
  defaultValue: 'Asia/Jakarta',
  validate: ((value, { req }) =>
    !value ||
    isTimeZone(value) ||
    sentence(req.i18n.language, (w) => w.errors.timeZone)) as TextFieldSingleValidation,
} as const

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat(undefined, { timeZone: name }))
  } catch {
    return false
  }
}
