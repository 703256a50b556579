import type { CollectionConfig } from 'payload'
import { nobody } from '@/access/roles'
import { label } from '@/i18n/admin-words'
import { locales } from '@/i18n/locales'

/**
 * The imported files, byte for byte. An export writes them back where nothing was edited. They are kept outside the
 * articles, because otherwise each autosave would copy them.
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
    // The `importPath` of the article that the file holds in its language. Empty for authors.yml and the like.
    { name: 'importPath', type: 'text', index: true },
    // Base64, because a file need not be valid text.
    { name: 'bytes', type: 'textarea', required: true },
    { name: 'sha256', type: 'text', required: true },
    { name: 'frontMatter', type: 'textarea' },
    // [{ blockId, start, end, fingerprint }]: byte range and content of each block at the time of the import.
    { name: 'blocks', type: 'json' },
  ],
}
