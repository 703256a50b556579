import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toMarkdown } from 'mdast-util-to-markdown'
import { splitFrontMatter } from '@/docusaurus/format/front-matter'
import { fromMarkdownOf, mdx, syntaxOf, toMarkdownOf } from '@/markdown/dialect'
import { prepare } from '@/markdown/read/prepare'

const style = { tableCellPadding: true, tablePipeAlign: false, tightTags: true }

/** Returns the seconds to read and write the Markdown of a site once, and do nothing else. */
export async function floorSeconds(site: string): Promise<number> {
  const start = performance.now()
  for (const folder of ['blog', 'i18n/id/docusaurus-plugin-content-blog']) {
    for (const name of await readdir(join(site, folder))) {
      if (!name.endsWith('.md')) continue
      const { body } = splitFrontMatter(await readFile(join(site, folder, name), 'utf8'))
      const extensions = { extensions: syntaxOf(mdx), mdastExtensions: fromMarkdownOf(mdx) }
      toMarkdown(fromMarkdown(prepare(body, 'mdx'), extensions), { extensions: toMarkdownOf(mdx, style) })
    }
  }
  return (performance.now() - start) / 1000
}
