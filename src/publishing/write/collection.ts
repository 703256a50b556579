import type { CollectionConfig, Field } from 'payload'
import { label } from '@/i18n/admin-words'
import { languagesEndpoint } from '../language-states'
import type { PublishedCollection } from '../publishables/publishable'
import { publishables } from '../publishables/publishables'
import { asDraft } from '../published/status'
import { answerAutosaveAsSent, rememberSentBody } from './answer-autosave'
import { identifyBlocks, scopeOfCopy } from './identify-blocks'
import { allOrNothing, answerDone } from './many'
import { writeOneLanguage } from './one-language'
import { publishOtherLanguages } from './other-languages'
import { passGates, proposeSlug, sayStatus, stamp, stampPublishedAt } from './prepare'
import { recordDeletion, recordPublication, rememberDeleted, rememberOnline } from './record'
import { restoreEndpoint } from './restore'

/** How long after the last keystroke a draft is saved, in milliseconds. */
const autosaveInterval = 800

/**
 * Makes a collection whose languages are published apart: it gets drafts, a status per language, and hooks. `publishables`
 * holds what differs between collections. Only these hooks set `_status`.
 */
export function publishing(config: CollectionConfig & { slug: PublishedCollection }): CollectionConfig {
  const publishable = publishables[config.slug]
  const { collection, datesPublication, identifiesBlocks } = publishable
  const { hooks = {} } = config
  return {
    ...config,
    versions: {
      // No version is deleted: translations are compared with the version that they were made from.
      maxPerDoc: 0,
      // With `validate`, Payload creates no row before something was typed.
      drafts: { autosave: { interval: autosaveInterval }, localizeStatus: true, validate: true },
    },
    endpoints: [restoreEndpoint(collection), languagesEndpoint(collection), ...(config.endpoints || [])],
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks.beforeOperation ?? []), writeOneLanguage],
      beforeChange: [
        ...(hooks.beforeChange ?? []),
        rememberOnline(publishable),
        sayStatus,
        stamp,
        proposeSlug(publishable),
        ...(identifiesBlocks ? [rememberSentBody, identifyBlocks] : []),
        ...(datesPublication ? [stampPublishedAt] : []),
        passGates(publishable),
      ],
      afterChange: [...(hooks.afterChange ?? []), recordPublication(publishable)],
      afterOperation: [
        answerDone,
        publishOtherLanguages(collection),
        allOrNothing,
        ...(identifiesBlocks ? [answerAutosaveAsSent] : []),
        ...(hooks.afterOperation ?? []),
      ],
      beforeDelete: [...(hooks.beforeDelete ?? []), rememberDeleted(publishable)],
      afterDelete: [...(hooks.afterDelete ?? []), recordDeletion(publishable)],
    },
    fields: [...config.fields, revision, ...(identifiesBlocks ? [blockScope] : []), status],
  }
}

const revision: Field = {
  name: 'revision',
  type: 'number',
  localized: true,
  label: label((w) => w.articles.revision),
  access: { create: () => false, update: () => false },
  hooks: { beforeDuplicate: [() => null] },
  admin: { hidden: true },
}

const blockScope: Field = {
  name: 'blockScope',
  type: 'text',
  hidden: true,
  hooks: { beforeDuplicate: [({ req }) => scopeOfCopy(req)] },
}

/** A copy of a published document begins as a draft in every language. */
const status: Field = {
  name: '_status',
  type: 'select',
  options: [],
  hooks: { beforeDuplicate: [() => asDraft._status] },
}
