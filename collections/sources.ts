import type { CollectionConfig } from 'payload'
import { nobody } from '@/access/roles'
import { label } from '@/i18n/admin-words'
import { locales } from '@/i18n/locales'

/**
 * The files that were imported, as they were: what an export writes where nothing was edited. They stay out of the
 * articles, or each autosave would copy them.
 */
export const sources: CollectionConfig = {
  slug: 'sources',
  labels: { singular: label((w) => w.sources.one), plural: label((w) => w.sources.many) },
  admin: { hidden: true, useAsTitle: 'path' },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    // Relative to the site's folder, with `/`.
    { name: 'path', type: 'text', required: true, unique: true },
    { name: 'locale', type: 'select', options: [...locales] },
    // The `importPath` of the article that the file holds in its language; empty for authors.yml and the like.
    { name: 'importPath', type: 'text', index: true },
    // Base64, since a file need not be valid text.
    { name: 'bytes', type: 'textarea', required: true },
    { name: 'sha256', type: 'text', required: true },
    { name: 'frontMatter', type: 'textarea' },
    // [{ blockId, start, end, fingerprint }]: byte range and content of each block at the time of the import.
    { name: 'blocks', type: 'json' },
  ],
}
