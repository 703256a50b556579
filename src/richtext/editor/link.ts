import { LinkFeature } from '@payloadcms/richtext-lexical'
import type { FieldAffectingData, TextFieldSingleValidation } from 'payload'
import { safeHref } from '../safe-href'
import { keepsUnsafeAddresses, refuseUnlessStanding } from './standing-addresses'
import { errorFor, inEachLanguage } from './words'

/**
 * Links to an address, an article or a project. Our address field replaces Payload's, which accepts `javascript:` and
 * percent-encodes addresses that its pattern does not know.
 */
export const linkFeature = () =>
  LinkFeature({
    enabledCollections: ['articles', 'projects'],
    // Automatic links would change an article that was only opened and saved.
    disableAutoLinks: 'creationOnly',
    fields: ({ defaultFields }) => [
      ...defaultFields.map((field) => (field.name === 'url' ? addressField : field)),
      {
        name: 'title',
        type: 'text',
        label: inEachLanguage((words) => words.fields.linkTitle.label),
        admin: { description: inEachLanguage((words) => words.fields.linkTitle.description) },
      },
    ],
  })

/**
 * Refuses addresses that `safeHref` would not print. Internal links have no address to check. An import keeps the
 * unsafe addresses of its files: pages never show them as links, and they may stay when the text is edited here.
 */
export const validateLinkAddress: TextFieldSingleValidation = (value, { siblingData, req, ...within }) => {
  if (isInternal(siblingData) || keepsUnsafeAddresses(req)) return true
  if (safeHref(value) !== undefined) return true
  const refusal = errorFor(req.i18n.language, value?.trim() ? 'linkUnsafe' : 'linkMissing')
  return refuseUnlessStanding(refusal, value, { ...within, req })
}

const isInternal = (link: unknown) =>
  typeof link === 'object' && link !== null && 'linkType' in link && link.linkType === 'internal'

const addressField: FieldAffectingData = {
  name: 'url',
  type: 'text',
  label: inEachLanguage((words) => words.fields.linkUrl.label),
  required: true,
  validate: validateLinkAddress,
  admin: {
    description: inEachLanguage((words) => words.fields.linkUrl.description),
    condition: (_document, link) => !isInternal(link),
  },
}
