import type { Field, TextFieldSingleValidation } from 'payload'
import { keepsUnsafeAddresses, refuseUnlessStanding } from '../editor/standing-addresses'
import { errorFor, inEachLanguage } from '../editor/words'
import { safeSrc } from '../safe-href'

/** The form of a picture: a media document, or the address of an image that is not in the media library. */
export const pictureFields = (): Field[] => [
  {
    name: 'picture',
    type: 'upload',
    relationTo: 'media',
    label: inEachLanguage((words) => words.fields.picture.label),
    admin: { description: inEachLanguage((words) => words.fields.picture.description) },
  },
  {
    name: 'address',
    type: 'text',
    label: inEachLanguage((words) => words.fields.address.label),
    validate: validatePictureAddress,
    admin: {
      description: inEachLanguage((words) => words.fields.address.description),
      condition: (_document, block) => !block?.picture,
    },
  },
  {
    name: 'alt',
    type: 'text',
    label: inEachLanguage((words) => words.fields.alt.label),
    admin: { description: inEachLanguage((words) => words.fields.alt.description) },
  },
  {
    name: 'title',
    type: 'text',
    label: inEachLanguage((words) => words.fields.pictureTitle.label),
    admin: { description: inEachLanguage((words) => words.fields.pictureTitle.description) },
  },
]

/** A picture needs a media document or a safe address. Unsafe addresses from imported files may stay. */
export const validatePictureAddress: TextFieldSingleValidation = (value, { siblingData, req, ...within }) => {
  if (keepsUnsafeAddresses(req)) return true
  if (value ? safeSrc(value) !== undefined : hasPicture(siblingData)) return true
  const refusal = errorFor(req.i18n.language, value ? 'addressUnsafe' : 'pictureMissing')
  return refuseUnlessStanding(refusal, value, { ...within, req })
}

const hasPicture = (block: unknown) =>
  typeof block === 'object' && block !== null && 'picture' in block && Boolean(block.picture)
