import type { Block, RichTextField } from 'payload'
import { inEachLanguage } from '../editor/words'
import type { BlockFields } from '../nodes'
import { labelsOf } from './labels'

/** The kinds of callout that Docusaurus has, in the order in which they are offered. */
const admonitionKinds = [
  'note',
  'tip',
  'info',
  'warning',
  'danger',
] as const satisfies readonly BlockFields['admonition']['kind'][]

/** A callout, whose text is written in the editor that it is handed. */
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
