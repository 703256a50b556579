import type { Block } from 'payload'
import { inEachLanguage } from '../editor/words'
import { labelsOf } from './labels'
import { sourceField } from './source-field'

export const codeBlock = (): Block => ({
  slug: 'code',
  labels: labelsOf('code'),
  admin: { disableBlockName: true },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'language',
          type: 'text',
          label: inEachLanguage((words) => words.fields.language.label),
          admin: { description: inEachLanguage((words) => words.fields.language.description), width: '30%' },
        },
        {
          name: 'title',
          type: 'text',
          label: inEachLanguage((words) => words.fields.codeTitle.label),
          admin: { description: inEachLanguage((words) => words.fields.codeTitle.description), width: '70%' },
        },
      ],
    },
    sourceField({ name: 'code', label: inEachLanguage((words) => words.fields.code.label) }),
    {
      name: 'meta',
      type: 'text',
      label: inEachLanguage((words) => words.fields.meta.label),
      admin: { description: inEachLanguage((words) => words.fields.meta.description) },
    },
  ],
})
