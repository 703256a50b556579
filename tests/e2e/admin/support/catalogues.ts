import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { en } from '@payloadcms/translations/languages/en'
import { id } from '@payloadcms/translations/languages/id'
import type { Locale } from '@/i18n/locales'

type Tree = { [key: string]: string | Tree }

const project = fileURLToPath(new URL('../../../..', import.meta.url))

/**
 * Our catalogues, which extend Payload's. `lexical` holds the words of the rich text editor, which has no
 * Indonesian.
 */
const ours = ['payload', 'lexical', 'admin', 'richtext']

/** Returns every text that the panel may show in a language, by key, from Payload's catalogues and ours. */
export async function catalogueOf(language: Locale): Promise<Map<string, string>> {
  const payload = { id, en }[language].translations as unknown as Tree
  const texts = new Map(flat({ ...payload, lexical: language === 'en' ? await englishOfEditor() : {} }))
  for (const name of ours) {
    const file = `${project}locales/${language}/${name}.json`
    const tree = read(file)
    if (tree) for (const [key, text] of flat(keyed(name, tree))) texts.set(key, text)
  }
  return texts
}

/** Payload's words keep their keys. Ours are prefixed with the name of their file. */
const keyed = (name: string, tree: Tree): Tree => (name === 'payload' ? tree : { [name]: tree })

function read(file: string): Tree | undefined {
  const [found] = globSync(file)
  return found ? (JSON.parse(readFileSync(found, 'utf8')) as Tree) : undefined
}

/** Each of the editor's features has its words in a file of its own, and no module collects them. */
async function englishOfEditor(): Promise<Tree> {
  const folder = `${project}node_modules/@payloadcms/richtext-lexical/dist/`
  const files = globSync(`${folder}**/i18n.js`)
  if (files.length < 10)
    throw new Error(
      `Expected the words of the editor's features below ${folder}, found ${files.length} files.`,
    )
  const trees = await Promise.all(
    files.map(async (file) => [
      file.slice(folder.length),
      ((await import(pathToFileURL(file).href)) as { i18n: { en: Tree } }).i18n.en,
    ]),
  )
  return Object.fromEntries(trees)
}

function flat(tree: Tree, above = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${above}${key}`, value] as [string, string]]
      : flat(value, `${above}${key}.`),
  )
}
