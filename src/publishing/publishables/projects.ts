import { locales } from '@/i18n/locales'
import { cacheTags } from '../purge/cache-tags'
import type { Publishable } from './publishable'

export const publishableProjects: Publishable = {
  collection: 'projects',
  title: { field: 'name', localized: false },
  slug: { localized: false },
  words: { text: ['summary'], richText: ['description'] },
  needs: ['slug'],
  identifiesBlocks: false,
  datesPublication: false,
  tagsOf: async (_req, { addresses }) => (addresses.length > 0 ? locales.map(cacheTags.projects) : []),
}
