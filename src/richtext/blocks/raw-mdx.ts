import type { Block } from 'payload'
import { inEachLanguage } from '../editor/words'
import { labelsOf } from './labels'
import { sourceField } from './source-field'

export const rawMdxBlock = (): Block => ({
  slug: 'rawMdx',
  labels: labelsOf('rawMdx'),
  admin: { disableBlockName: true },
  fields: [
    sourceField({
      name: 'source',
      label: inEachLanguage((words) => words.fields.source.label),
      required: true,
      admin: { description: inEachLanguage((words) => words.fields.source.description) },
    }),
    {
      name: 'reason',
      type: 'text',
      label: inEachLanguage((words) => words.fields.reason.label),
      admin: {
        description: inEachLanguage((words) => words.fields.reason.description),
        readOnly: true,
        condition: (_document, block) => Boolean(block?.reason),
      },
    },
  ],
})
