import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { transform } from 'esbuild'

/**
 * Makes what Next built for the server lighter to load. V8 keeps the source of every loaded file in memory, with two
 * bytes for each character where one of them is beyond Latin-1, and Turbopack writes the same chunk once for every route
 * that needs it (16.4). So each chunk loses blanks and comments, has its letters escaped, and stands there once; a copy
 * becomes a file that loads the first. Names stay, which minification by Next would shorten: errors are told by them.
 * @param folder `.next/server/chunks`
 */
export async function leanChunks(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const first = new Map<string, string>()
  for (const path of paths.filter((one) => one.endsWith('.js')).sort()) {
    const { code } = await transform(await readFile(path, 'utf8'), {
      minifyWhitespace: true,
      lineLimit: 200,
      charset: 'ascii',
      legalComments: 'none',
    })
    const original = first.get(code)
    first.set(code, original ?? path)
    await writeFile(path, original ? `module.exports=require(${addressOf(original, path)});\n` : code)
  }
  // They describe what the chunks were, and nothing reads them.
  for (const path of paths.filter((one) => one.endsWith('.js.map'))) await rm(path)
}

/** The path of a file as another one requires it: always relative, with slashes. */
const addressOf = (file: string, from: string): string =>
  JSON.stringify(`./${relative(dirname(from), file).replaceAll('\\', '/')}`)
