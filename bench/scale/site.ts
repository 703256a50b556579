import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const translations = 'i18n/id/docusaurus-plugin-content-blog'

/**
 * Multiplies the bilingual posts of a blog until there are `posts` of them, each with its own path, slug and title:
 * `2024-05-11-name-7.md`, "Title (7)".
 */
export async function writeScaledSite(blog: string, dir: string, posts: number): Promise<void> {
  const translated = await readdir(join(blog, translations))
  const names = translated.filter((name) => name.endsWith('.md')).sort()
  for (const folder of ['blog', translations]) {
    await mkdir(join(dir, folder), { recursive: true })
    const texts = await Promise.all(names.map((name) => readFile(join(blog, folder, name), 'utf8')))
    for (let number = 0; number < posts; number += 1) {
      const [name = '', text = ''] = [names[number % names.length], texts[number % names.length]]
      const copy = Math.floor(number / names.length) + 1
      await writeFile(join(dir, folder, name.replace(/\.md$/, `-${copy}.md`)), titled(text, copy))
    }
  }
  await cp(join(blog, 'blog/authors.yml'), join(dir, 'blog/authors.yml'))
}

function titled(text: string, copy: number): string {
  const written = /^title: *(["']?)(.*)\1 *$/m.exec(text)
  if (!written) throw new Error(`Expected \`title\` in the front matter, found: ${text.slice(0, 80)}`)
  const [line, quote = '', title = ''] = written
  return text.replace(line, () => `title: ${quote}${title} (${copy})${quote}`)
}
