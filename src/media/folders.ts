import { join } from 'node:path'
import { environment } from '@/env'
import type { MediaFolders } from './keep-files'

/** The folders of pictures in DATA_DIR. */
export function mediaFolders(): MediaFolders {
  const { dataDir } = environment()
  return { media: join(dataDir, 'media'), originals: join(dataDir, 'originals') }
}
