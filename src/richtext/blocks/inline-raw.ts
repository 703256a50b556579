import type { Block } from 'payload'
import { inEachLanguage } from '../editor/words'
import { labelsOf } from './labels'
import { sourceField } from './source-field'

export const inlineRawBlock = (): Block => ({
  slug: 'inlineRaw',
  labels: labelsOf('inlineRaw'),
  admin: { disableBlockName: true },
  fields: [
    sourceField({
      name: 'source',
      label: inEachLanguage((words) => words.fields.source.label),
      required: true,
      admin: { description: inEachLanguage((words) => words.fields.source.description), rows: 2 },
    }),
  ],
})
