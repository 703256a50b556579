import type { Block } from 'payload'
import { inEachLanguage } from '../editor/words'
import { labelsOf } from './labels'

export const footnoteReferenceBlock = (): Block => ({
  slug: 'footnoteReference',
  labels: labelsOf('footnoteReference'),
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'label',
      type: 'text',
      label: inEachLanguage((words) => words.fields.footnoteLabel.label),
      required: true,
      admin: { description: inEachLanguage((words) => words.fields.footnoteLabel.description) },
    },
  ],
})
