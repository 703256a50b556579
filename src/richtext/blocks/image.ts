import type { Block } from 'payload'
import { labelsOf } from './labels'
import { pictureFields } from './picture-fields'

export const imageBlock = (): Block => ({
  slug: 'image',
  labels: labelsOf('image'),
  admin: { disableBlockName: true },
  fields: pictureFields(),
})
