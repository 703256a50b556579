import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionConfig,
  GlobalAfterChangeHook,
} from 'payload'
import { cacheTags } from '../outbox/cache-tags'
import { writeToOutbox } from '../outbox/outbox'
import { allOrNothing } from '../write/many'

/** A collection without drafts that pages show: what is saved is online. */
export function term(config: CollectionConfig): CollectionConfig {
  const changed: CollectionAfterChangeHook = async ({ doc, req, operation }) => {
    await writeToOutbox(req, {
      collection: config.slug,
      document: String(doc.id),
      event: operation,
      tags: [cacheTags.everything],
    })
    return doc
  }
  const deleted: CollectionAfterDeleteHook = async ({ id, req }) => {
    await writeToOutbox(req, {
      collection: config.slug,
      document: String(id),
      event: 'delete',
      tags: [cacheTags.everything],
    })
  }
  return {
    ...config,
    ...(config.upload ? {} : { versions: { maxPerDoc: 0 } }),
    hooks: {
      ...config.hooks,
      afterChange: [...(config.hooks?.afterChange ?? []), changed],
      afterOperation: [...(config.hooks?.afterOperation ?? []), allOrNothing],
      afterDelete: [...(config.hooks?.afterDelete ?? []), deleted],
    },
  }
}

export const recordSiteChange: GlobalAfterChangeHook = async ({ doc, req }) => {
  await writeToOutbox(req, {
    collection: 'site',
    document: undefined,
    event: 'update',
    tags: [cacheTags.everything],
  })
  return doc
}
