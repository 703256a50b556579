import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Returns the folder of the real blog, which tests of the import read, or undefined when it is missing. */
export function corpusFolder(): string | undefined {
  const folder =
    process.env.TERBIT_CORPUS || fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))
  return existsSync(folder) ? folder : undefined
}
