import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the real blog is, which tests of the import read; undefined where it is not there. */
export function corpusFolder(): string | undefined {
  const folder =
    process.env.TERBIT_CORPUS || fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))
  return existsSync(folder) ? folder : undefined
}
