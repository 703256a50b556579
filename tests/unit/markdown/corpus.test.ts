import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { canonical } from '@/markdown/canonical'
import { countOfMdast } from '@/markdown/counts'
import { parse } from '@/markdown/read/parse'
import { toBody } from '@/markdown/read/to-body'
import { serialize } from '@/markdown/write/serialize'
import { styleOf } from '@/markdown/write/style'
import { nodeToMdast } from '@/markdown/write/to-mdast'
import { countOfBody } from '../../support/samples/count-of-body'

const corpus =
  process.env.TERBIT_CORPUS ?? fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))
const folders = ['blog', 'i18n/id/docusaurus-plugin-content-blog'].map((folder) =>
  join(corpus, 'docusaurus', folder),
)

/** The posts of a real blog, which may be missing. Our own fixtures prove the same things. */
const posts = folders.filter(existsSync).flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => ({ name: join(folder, file).slice(corpus.length), body: bodyOf(join(folder, file)) })),
)

function bodyOf(path: string) {
  return readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')
}

// Vitest reports a file without tests as an error, and a corpus from which nothing is read is an error too.
test('posts are read wherever there is a real blog', () => {
  expect(posts.length > 0).toBe(existsSync(join(corpus, 'docusaurus')))
})

if (posts.length > 0) {
  describe.each(posts)('$name', ({ name, body: source }) => {
    const { body, root } = toBody(source)

    test(`${name} counts the same in its mdast and in its body`, () => {
      expect(countOfBody(body)).toEqual(countOfMdast(root))
    })

    test(`the mdast of ${name} comes through its body`, () => {
      const again = body.root.children.flatMap((node) => nodeToMdast(node))
      expect(again.map(canonical)).toEqual(root.children.map(canonical))
    })

    test(`${name} reads the same when it is written without its source`, () => {
      const written = serialize(body, { style: styleOf(source) })
      expect(parse(written).root.children.map(canonical)).toEqual(root.children.map(canonical))
    })
  })

  test('at most eight blocks of the real blog are kept as source', () => {
    const raw = posts.flatMap(({ name, body }) =>
      toBody(body).blocks.flatMap(({ line, reason }) => (reason ? [`${name}:${line} ${reason}`] : [])),
    )
    expect(raw.length, raw.join('\n')).toBeLessThanOrEqual(8)
  })
}
