import { join } from 'node:path'
import type { CollectionConfig } from 'payload'
import { keepFactsOfOriginal } from '@/access/pictures'
import { anyone, editors, signedIn } from '@/access/roles'
import { updatePicture } from '@/access/rules'
import { boundVisitors } from '@/access/visitors'
import { environment } from '@/env'
import { label } from '@/i18n/admin-words'
import { keepOriginal } from '@/media/originals'
import { keepPlaceholder } from '@/media/placeholder'
import { uploadTypes } from '@/media/upload-limits'
import { term } from '@/publishing/terms/term'
import { savedAtOnce } from './document-views'
import { shared } from './fields'

const { dataDir } = environment()

/** Sharp refuses pictures with more pixels than this, and so refuses decompression bombs. */
const mostPixels = 50_000_000

export const media: CollectionConfig = term({
  slug: 'media',
  labels: { singular: label((w) => w.media.one), plural: label((w) => w.media.many) },
  admin: {
    ...savedAtOnce,
    group: label((w) => w.groups.writing),
    defaultColumns: ['filename', 'alt', 'updatedAt'],
  },
  access: { read: anyone, create: signedIn, update: updatePicture, delete: editors },
  hooks: {
    beforeOperation: [
      boundVisitors([
        'alt',
        'caption',
        'filename',
        'url',
        'mimeType',
        'filesize',
        'width',
        'height',
        'sizes',
      ]),
      keepFactsOfOriginal,
      keepOriginal(join(dataDir, 'originals')),
    ],
    beforeChange: [keepPlaceholder],
  },
  disableDuplicate: true,
  upload: {
    staticDir: join(dataDir, 'media'),
    mimeTypes: uploadTypes,
    // Re-encoding drops EXIF, which may hold the place where a picture was taken.
    formatOptions: { format: 'webp', options: { quality: 82 } },
    resizeOptions: { width: 2400, height: 2400, fit: 'inside', withoutEnlargement: true },
    constructorOptions: { limitInputPixels: mostPixels },
    pasteURL: false,
    focalPoint: false,
    crop: false,
    adminThumbnail: 'small',
    imageSizes: [
      { name: 'small', width: 480, withoutEnlargement: true },
      { name: 'medium', width: 960, withoutEnlargement: true },
      { name: 'large', width: 1600, withoutEnlargement: true },
    ],
    modifyResponseHeaders: ({ headers }) => {
      headers.set('X-Content-Type-Options', 'nosniff')
      headers.set('Content-Disposition', 'inline')
      headers.set('Cache-Control', 'public, max-age=31536000, immutable')
      return headers
    },
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      localized: true,
      label: label((w) => w.media.alt),
      admin: { description: label((w) => w.media.altHelp) },
    },
    { name: 'caption', type: 'text', localized: true, label: label((w) => w.media.caption) },
    // The name of the original file, and the hash that its bytes are kept under. The export needs both.
    shared({ name: 'originalName', type: 'text', hidden: true }),
    shared({ name: 'originalSha256', type: 'text', hidden: true }),
    // Pages show this while the picture loads. Pictures that are older than this field have none.
    shared({ name: 'placeholder', type: 'text', admin: { hidden: true } }),
  ],
})
