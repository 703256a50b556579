import type { Block, RichTextField } from 'payload'
import { inEachLanguage } from '../editor/words'
import { labelsOf } from './labels'

/** Makes the block of a footnote's text, which is written in the given editor. */
export const footnoteDefinitionBlock = (editor: RichTextField['editor']): Block => ({
  slug: 'footnoteDefinition',
  labels: labelsOf('footnoteDefinition'),
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'label',
      type: 'text',
      label: inEachLanguage((words) => words.fields.footnoteLabel.label),
      required: true,
      admin: { description: inEachLanguage((words) => words.fields.footnoteLabel.description) },
    },
    {
      name: 'content',
      type: 'richText',
      label: inEachLanguage((words) => words.fields.content.label),
      editor,
    },
  ],
})
