import type { Block, RichTextField } from 'payload'
import { inEachLanguage } from '../editor/words'
import type { BlockFields } from '../nodes'
import { labelsOf } from './labels'

/** Docusaurus' kinds of callout, in the order in which the form offers them. */
const admonitionKinds = [
  'note',
  'tip',
  'info',
  'warning',
  'danger',
] as const satisfies readonly BlockFields['admonition']['kind'][]

/** Makes the block of a callout. Its text is written in the given editor. */
export const admonitionBlock = (editor: RichTextField['editor']): Block => ({
  slug: 'admonition',
  labels: labelsOf('admonition'),
  admin: { disableBlockName: true },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'kind',
          type: 'select',
          label: inEachLanguage((words) => words.fields.kind.label),
          required: true,
          defaultValue: 'note',
          options: admonitionKinds.map((value) => ({
            value,
            label: inEachLanguage((words) => words.fields.kind.options[value]),
          })),
          admin: { width: '30%' },
        },
        {
          name: 'title',
          type: 'text',
          label: inEachLanguage((words) => words.fields.admonitionTitle.label),
          admin: {
            description: inEachLanguage((words) => words.fields.admonitionTitle.description),
            width: '70%',
          },
        },
      ],
    },
    {
      name: 'content',
      type: 'richText',
      label: inEachLanguage((words) => words.fields.content.label),
      editor,
    },
  ],
})
