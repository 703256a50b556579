import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sha256Of } from '../../sha256.ts'
import type { Brand, CardWords } from './card.ts'

/**
 * Names a picture: a hexadecimal hash of everything that the picture depends on. Equal keys mean equal pictures.
 * `revision` stands for the program that draws.
 */
export function cardKey(words: CardWords, brand: Brand, revision: string): string {
  const { kind, layout, locale, title, label, summary, byline, detail, seed, plain } = words
  // A plain card does not show the brand, so its key must stay the same when the brand changes.
  const { name, tagline, accent, logo }: Brand = plain ? { name: '', ...accented(brand) } : brand
  const picture = logo && sha256Of(logo)
  const said = [kind, layout, locale, title, label, summary, byline, detail, seed, plain]
  const parts = [revision, ...said, name, tagline, accent, picture]
  return sha256Of(JSON.stringify(parts.map((part) => part ?? null))).slice(0, 40)
}

const accented = ({ accent }: Brand) => (accent ? { accent } : {})

/** The part of a key that appears in addresses as `v`. */
export const versionOf = (key: string) => key.slice(0, 12)

/** The packages that cards are drawn with. Another version of one of them draws other pictures. */
const packages = [
  'satori',
  'sharp',
  'bidi-js',
  'dejavu-fonts-ttf',
  '@discordapp/twemoji',
  '@fontsource/plus-jakarta-sans',
  ...['', '-arabic', '-hebrew', '-jp', '-kr', '-math', '-sc', '-symbols', '-symbols-2', '-thai'].map(
    (script) => `@fontsource/noto-sans${script}`,
  ),
]

/** Lists the files below a folder whose names match, in the same order on every machine. */
const filesBelow = (folder: string, name = /./): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => path.join(/* turbopackIgnore: true */ entry.parentPath, entry.name))
    .sort()

/**
 * Hashes the program that draws and the packages that it uses. When the hash changes, all cards are drawn again.
 */
export function drawingRevision(root: string): string {
  const at = (...names: string[]) => path.join(/* turbopackIgnore: true */ root, ...names)
  const hash = createHash('sha256')
  for (const file of [...filesBelow(at('src', 'og')), ...filesBelow(at('patches'), /^satori/)])
    hash.update(path.basename(file)).update(readFileSync(/* turbopackIgnore: true */ file))
  for (const name of packages)
    hash.update(readFileSync(/* turbopackIgnore: true */ at('node_modules', name, 'package.json')))
  return hash.digest('hex').slice(0, 16)
}
