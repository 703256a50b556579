import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Brand, CardWords } from './card.ts'

/**
 * The name of a picture: a hash of everything that it depends on, in hexadecimal. Equal keys are equal pictures.
 * `revision` stands for the program that draws.
 */
export function cardKey(words: CardWords, brand: Brand, revision: string): string {
  const { kind, locale, title, label, byline, detail, seed } = words
  const { name, tagline, accent, logoPng } = brand
  const logo = logoPng && createHash('sha256').update(logoPng).digest('hex')
  const parts = [revision, kind, locale, title, label, byline, detail, seed, name, tagline, accent, logo]
  return createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('hex')
    .slice(0, 40)
}

/** The part of a key that stands in addresses as `v`. */
export const versionOf = (key: string) => key.slice(0, 12)

/** A hash of the program that draws and of the packages it draws with: another one draws other pictures. */
export function drawingRevision(root: string): string {
  const room = path.join(/* turbopackIgnore: true */ root, 'src', 'og')
  const hash = createHash('sha256')
  const files = readdirSync(room).filter((name) => name.endsWith('.ts'))
  for (const name of files.sort())
    hash.update(name).update(readFileSync(path.join(/* turbopackIgnore: true */ room, name)))
  for (const name of ['satori', 'sharp', '@fontsource/plus-jakarta-sans', '@fontsource/noto-sans']) {
    hash.update(
      readFileSync(path.join(/* turbopackIgnore: true */ root, 'node_modules', name, 'package.json')),
    )
  }
  return hash.digest('hex').slice(0, 16)
}
