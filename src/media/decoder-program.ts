import { once } from 'node:events'
import sharp from 'sharp'
import { writtenPicture } from './made-picture-format.ts'
import { makePicture } from './make-picture.ts'

// Node runs this file as it is and strips the types, so imports name their files with the extension.
// A process of its own, since what decodes a stranger's file may be made to do anything: see decode-picture.ts.

sharp.cache(false)
sharp.concurrency(1)
// Of the readers in libvips, only those of the types that we take: not SVG, PDF or TIFF.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
})

const chunks: Buffer[] = []
for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk)
const out = writtenPicture(await makePicture(Buffer.concat(chunks)))
if (!process.stdout.write(out)) await once(process.stdout, 'drain')
