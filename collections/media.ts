import { join } from 'node:path'
import type { CollectionConfig } from 'payload'
import { takeFile } from '@/access/pictures'
import { anyone, editors, signedIn } from '@/access/roles'
import { updatePicture } from '@/access/rules'
import { boundVisitors } from '@/access/visitors'
import { label } from '@/i18n/admin-words'
import { mediaFolders } from '@/media/folders'
import { makeSentPicture, removeFiles, writeNewFiles } from '@/media/keep-files'
import { serveFrom } from '@/media/serve-file'
import { sizeWidths } from '@/media/sizes'
import { uploadTypes } from '@/media/upload-limits'
import { uploadsInLine } from '@/media/uploads-in-line'
import { term } from '@/publishing/terms/term'
import { savedAtOnce } from './document-views'
import { shared } from './fields'

const folders = mediaFolders()

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
      takeFile,
    ],
    beforeChange: [makeSentPicture],
    afterChange: [writeNewFiles(folders)],
    afterDelete: [removeFiles(folders)],
  },
  endpoints: uploadsInLine,
  disableDuplicate: true,
  upload: {
    // Nothing is ever here. Payload would write and delete files before it knows whether a write succeeds.
    staticDir: join(folders.media, 'none'),
    filesRequiredOnCreate: false,
    handlers: [serveFrom(folders.media)],
    mimeTypes: uploadTypes,
    pasteURL: false,
    focalPoint: false,
    crop: false,
    adminThumbnail: 'small',
    imageSizes: Object.entries(sizeWidths).map(([name, width]) => ({
      name,
      width,
      withoutEnlargement: true,
    })),
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
