import type { Block, TextFieldSingleValidation } from 'payload'
import { errorFor, inEachLanguage } from '../editor/words'
import { safeSrc } from '../safe-href'
import { labelsOf } from './labels'
import { sourceField } from './source-field'

export const embedBlock = (): Block => ({
  slug: 'embed',
  labels: labelsOf('embed'),
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'url',
      type: 'text',
      label: inEachLanguage((words) => words.fields.url.label),
      required: true,
      validate: validateEmbedAddress,
      admin: { description: inEachLanguage((words) => words.fields.url.description) },
    },
    {
      name: 'title',
      type: 'text',
      label: inEachLanguage((words) => words.fields.embedTitle.label),
      admin: { description: inEachLanguage((words) => words.fields.embedTitle.description) },
    },
    sourceField({
      name: 'html',
      label: inEachLanguage((words) => words.fields.html.label),
      admin: {
        description: inEachLanguage((words) => words.fields.html.description),
        readOnly: true,
        rows: 3,
        condition: (_document, block) => Boolean(block?.html),
      },
    }),
  ],
})

/** An embed needs an address that is safe to link to. */
export const validateEmbedAddress: TextFieldSingleValidation = (value, { req }) =>
  safeSrc(value) === undefined ? errorFor(req.i18n.language, 'addressUnsafe') : true
