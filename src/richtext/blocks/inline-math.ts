import type { Block } from 'payload'
import { inEachLanguage } from '../editor/words'
import { labelsOf } from './labels'
import { sourceField } from './source-field'

export const inlineMathBlock = (): Block => ({
  slug: 'inlineMath',
  labels: labelsOf('inlineMath'),
  admin: { disableBlockName: true },
  fields: [
    sourceField({
      name: 'formula',
      label: inEachLanguage((words) => words.fields.formula.label),
      required: true,
      admin: { description: inEachLanguage((words) => words.fields.formula.description), rows: 2 },
    }),
  ],
})
