import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitFrontMatter } from '@/docusaurus/format/front-matter'
import { filesAfter, filesOfExport, importedFrom } from '../import/imported'
import { en, id } from '../site'

const words = fc.stringMatching(/^[a-z]{1,6}$/)

/** Values of front matter, each in several ways to write it. */
const field = fc.oneof(
  words.map((word) => `description: ${word} # why`),
  words.map((word) => `description: >-\n  ${word}\n  ${word}`),
  fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => `tags: [${all.join(', ')}]`),
  fc
    .array(words, { minLength: 1, maxLength: 3 })
    .map((all) => `tags:\n${all.map((word) => `  - "${word}"`).join('\n')}`),
  fc.integer({ min: 1900, max: 2100 }).map((year) => `tags: [${year}]`),
  words.map((word) => `keywords:\n  [\n    ${word},\n    'b',\n  ]`),
  words.map((word) => `slug: /x/${word}`),
  fc.constant("date: '2020-02-03'"),
  words.map((word) => `image: ./${word}.png`),
  words.map((word) => `authors: ${word}`),
  words.map((word) => `authors:\n- name: ${word}\n  title: "T"`),
  fc.constantFrom(
    'draft: true',
    'unlisted: false',
    'unlisted:',
    'hide_table_of_contents: yes',
    '# a comment',
    'custom: { a: [1, 2] }',
  ),
  words.map((word) => `last_update: {date: 2024-01-02, author: ${word}}`),
)

const frontMatter = fc
  .tuple(words, fc.array(field, { maxLength: 6 }))
  .chain(([title, fields]) =>
    fc.shuffledSubarray([`title: ${title}`, ...fields], { minLength: fields.length + 1 }),
  )
  // Front matter may have a key only once.
  .map((fields) =>
    fields.filter((one, index) => fields.findIndex((other) => keyOf(other) === keyOf(one)) === index),
  )

const keyOf = (line: string) => line.split(':')[0]

const block = fc.oneof(
  words,
  words.map((word) => `# ${word}`),
  words.map((word) => `  * ${word}\n  * __${word}__ <br/>`),
  words.map((word) => `1) ${word}\n1) ${word}`),
  words.map((word) => `| ${word} |b|\n|:-|-|\n| c | \`${word}\` |`),
  words.map((word) => `~~~js title="${word}"\n${word}\n\n~~~`),
  words.map((word) => `:::tip ${word}\n${word}\n:::`),
  words.map((word) => `> ${word}\n> [${word}][r] ![](./x.png)`),
  fc.constantFrom(
    '<!-- truncate -->',
    '***',
    "import A from './a'",
    '<A b={1} />',
    '[r]: https://example.org',
    '[^1]',
    '[^1]: Note.',
  ),
  words.map((word) => `\\${word} &amp; ${word}  \n${word}`),
)

const file = fc
  .record({
    fields: frontMatter,
    blocks: fc.array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n\n', '\n \n')), { maxLength: 6 }),
    lead: fc.constantFrom('\n', '', '\n\n'),
    end: fc.constantFrom('\n', '', '\n\n', '  \n'),
    newline: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
  })
  .map(({ fields, blocks, lead, end, newline, mark }) => {
    const body = blocks.map(([text, gap], index) => text + (index < blocks.length - 1 ? gap : end)).join('')
    return mark + `---\n${fields.join('\n')}\n---\n${lead}${body}`.replaceAll('\n', newline)
  })

test('an export after an import is the identity', () => {
  let taken = 0
  fc.assert(
    fc.property(file, file, (english, indonesian) => {
      const texts = { [en('a')]: english, [id('a')]: indonesian }
      const files = Object.entries(texts).map(([path, text]) => ({
        path,
        bytes: new TextEncoder().encode(text),
      }))
      const imported = importedFrom(files)
      taken += imported.articles.length
      for (const [path, text] of filesOfExport(imported)) expect(text).toBe(imported.given.get(path))
    }),
    { numRuns: 150 },
  )
  expect(taken).toBeGreaterThan(75)
}, 60_000)

test('a change of fields reads as that change and as no other, however the front matter is written', () => {
  fc.assert(
    fc.property(
      file,
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.array(words, { maxLength: 4 }),
      (given, any, keywords) => {
        const typed = any.replace(/[\0\uFFFE\uFFFF\uFEFF]|\p{Cs}/gu, '')
        const imported = importedFrom([{ path: en('a'), bytes: new TextEncoder().encode(given) }])
        fc.pre(imported.articles.length > 0)
        const changes = {
          title: `${typed}!`,
          description: typed || null,
          keywords,
          publishedAt: '2021-01-01T00:00:00.000Z',
          updatedAt: null,
        }
        const files = filesAfter(imported, 0, (article) => {
          const { en: text } = article.texts
          if (!text) throw new Error('Expected an English text.')
          return { ...article, texts: { en: { ...text, ...changes } } }
        })
        const [before, now] = [splitFrontMatter(given), splitFrontMatter(files.get(en('a')) ?? '')]
        expect(now.body).toBe(before.body)
        const {
          title: _title,
          description: _description,
          keywords: _keywords,
          date: _date,
          last_update: _update,
          ...rest
        } = before.fields
        const author = before.fields.last_update?.author
        expect(now.fields).toEqual({
          ...rest,
          title: changes.title,
          ...(typed ? { description: typed } : {}),
          ...(keywords.length > 0 ? { keywords } : {}),
          date: '2021-01-01',
          ...(author === undefined ? {} : { last_update: { author } }),
        })
      },
    ),
    { numRuns: 150 },
  )
}, 60_000)
