import type { CollectionConfig, FieldHook } from 'payload'
import { label } from '@/i18n/admin-words'
import { asDraft } from '../published/status'
import { answerAutosaveAsSent, rememberSentBody } from './answer-autosave'
import { identifyBlocks, scopeOfCopy } from './identify-blocks'
import { allOrNothing, answerDone } from './many'
import { writeOneLanguage } from './one-language'
import { publishOtherLanguages } from './other-languages'
import { passGates, proposeSlug, sayStatus, stamp, stampPublishedAt } from './prepare'
import type { PublishedCollection } from './published-state'
import { recordDeletion, recordPublication, rememberDeleted, rememberOnline } from './record'
import { restoreEndpoint } from './restore'

/** How long after the last keystroke a draft is saved. */
const autosaveInterval = 800

/**
 * A collection whose languages are published apart: drafts, a status per language, and the hooks that keep them apart.
 * All publishing passes through here; nothing else sets `_status`.
 */
export function publishing(config: CollectionConfig & { slug: PublishedCollection }): CollectionConfig {
  const { slug } = config
  const isArticle = slug === 'articles'
  return {
    ...config,
    versions: {
      // Nothing is cut: what a translation was made from must stay to be compared with.
      maxPerDoc: 0,
      // With `validate`, Payload makes no row before something was typed.
      drafts: { autosave: { interval: autosaveInterval }, localizeStatus: true, validate: true },
    },
    endpoints: [restoreEndpoint(slug), ...(config.endpoints || [])],
    hooks: {
      ...config.hooks,
      beforeOperation: [...(config.hooks?.beforeOperation ?? []), writeOneLanguage],
      beforeChange: [
        ...(config.hooks?.beforeChange ?? []),
        rememberOnline(slug),
        sayStatus,
        stamp,
        proposeSlug(isArticle ? 'title' : 'name'),
        ...(isArticle ? [rememberSentBody, identifyBlocks, stampPublishedAt] : []),
        passGates(slug),
      ],
      afterChange: [...(config.hooks?.afterChange ?? []), recordPublication(slug)],
      afterOperation: [
        answerDone,
        publishOtherLanguages(slug),
        allOrNothing,
        ...(isArticle ? [answerAutosaveAsSent] : []),
        ...(config.hooks?.afterOperation ?? []),
      ],
      beforeDelete: [...(config.hooks?.beforeDelete ?? []), rememberDeleted(slug)],
      afterDelete: [...(config.hooks?.afterDelete ?? []), recordDeletion(slug)],
    },
    fields: [
      ...config.fields,
      {
        name: 'revision',
        type: 'number',
        localized: true,
        label: label((w) => w.articles.revision),
        access: { create: () => false, update: () => false },
        hooks: { beforeDuplicate: [() => null] },
        admin: { hidden: true },
      },
      ...(isArticle
        ? [
            {
              name: 'blockScope',
              type: 'text' as const,
              hidden: true,
              hooks: { beforeDuplicate: [({ req }: Parameters<FieldHook>[0]) => scopeOfCopy(req)] },
            },
          ]
        : []),
      // A copy of a published document begins as a draft in every language.
      {
        name: '_status',
        type: 'select',
        options: [],
        hooks: { beforeDuplicate: [() => asDraft._status] },
      },
    ],
  }
}
