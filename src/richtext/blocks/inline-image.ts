import type { Block } from 'payload'
import { labelsOf } from './labels'
import { pictureFields } from './picture-fields'

export const inlineImageBlock = (): Block => ({
  slug: 'inlineImage',
  labels: labelsOf('inlineImage'),
  admin: { disableBlockName: true },
  fields: pictureFields(),
})
