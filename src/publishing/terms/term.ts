import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionConfig,
  GlobalAfterChangeHook,
} from 'payload'
import type { TermCollection } from '@/events/event'
import { writeEvent } from '@/events/write-event'
import { cacheTags } from '../purge/cache-tags'
import { allOrNothing } from '../write/many'

/** The tags of the pages that show a term or the site. */
const details = { tags: [cacheTags.everything] }

/**
 * A collection without drafts that pages show: what is saved is online. It concerns every language, since its texts
 * fall back.
 */
export function term(config: CollectionConfig & { slug: TermCollection }): CollectionConfig {
  const collection = config.slug
  const changed: CollectionAfterChangeHook = async ({ doc, req, operation }) => {
    const what = operation === 'create' ? 'created' : 'updated'
    await writeEvent(req, { collection, document: String(doc.id), locale: null, what, details })
    return doc
  }
  const deleted: CollectionAfterDeleteHook = async ({ id, req }) => {
    await writeEvent(req, { collection, document: String(id), locale: null, what: 'deleted', details })
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

/** Records that the site's own words changed. */
export const recordSiteChange: GlobalAfterChangeHook = async ({ doc, req }) => {
  await writeEvent(req, { collection: 'site', document: null, locale: null, what: 'updated', details })
  return doc
}
