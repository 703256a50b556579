import { describe, expect, test } from 'vitest'
import type { ExportArticle } from '@/docusaurus/export/plan/export-plan'
import { filesAfter, filesOfExport, importedFrom } from '../import/imported'
import { en, filesOf, id, post } from '../site'

const authors =
  '# People\nsari:\n  name: Sari\n  title: Baker # still\nbudi: { name: Budi, url: https://budi.example }\n'
const posts = {
  [en('a')]: post('title: A\nauthors: [sari]\ntags: [AI, "2025", bread]'),
  [id('a')]: post('title: B\nauthors: sari\ntags:\n  - "A.I."\n  - 2025 # a year\n  - roti'),
  [en('b')]: post('title: C\nauthors: [sari, budi]\ntags: [ai]'),
  [en('c')]: post('title: D\nauthors:\n  - name: Citra\n    title: Guest\ntags:\n  - news'),
  'blog/authors.yml': authors,
}

const cms = () => importedFrom(filesOf(posts))

const changed = (
  index: number,
  change: (article: ExportArticle) => Partial<ExportArticle>,
  imported = cms(),
) => filesAfter(imported, index, (article) => ({ ...article, ...change(article) }))

describe('tags', () => {
  test('tags that are added stand at the end, in each file in its own language and manner', () => {
    const imported = cms()
    const { id: tag = '' } = imported.site.tags.find(({ name }) => name.en === 'news') ?? {}
    const files = changed(0, ({ tags }) => ({ tags: [...tags, tag] }), imported)
    expect(files.get(en('a'))).toBe(posts[en('a')]?.replace('bread]', 'bread, news]'))
    expect(files.get(id('a'))).toBe(posts[id('a')]?.replace('- roti', '- roti\n  - news'))
  })

  test('tags that are taken away leave each file by its own spelling of them', () => {
    const imported = cms()
    const { id: tag } = imported.site.tags.find(({ name }) => name.id === 'roti') ?? {}
    const files = changed(0, ({ tags }) => ({ tags: tags.filter((one) => one !== tag) }), imported)
    expect(files.get(en('a'))).toBe(posts[en('a')]?.replace(', bread]', ']'))
    expect(files.get(id('a'))).toBe(posts[id('a')]?.replace('\n  - roti', ''))
  })

  test('tags that are renamed stay as each file writes them', () => {
    const imported = cms()
    const tags = imported.site.tags.map((tag) => ({
      ...tag,
      name: { ...tag.name, en: `New ${tag.name.en}` },
    }))
    const files = filesOfExport({ ...imported, site: { ...imported.site, tags } })
    expect([...files].filter(([path, text]) => imported.given.get(path) !== text)).toEqual([])
  })

  test('tags are a line no more where none is left', () => {
    expect(changed(1, () => ({ tags: [] })).get(en('b'))).toBe(posts[en('b')]?.replace('tags: [ai]\n', ''))
  })
})

describe('authors', () => {
  test('authors change in each language, whether it has a word or a list', () => {
    const files = changed(0, () => ({ authors: ['budi', 'sari'] }))
    expect(files.get(en('a'))).toContain('authors: [budi, sari]\n')
    expect(files.get(id('a'))).toContain('authors: [budi, sari]\n')
  })

  test('authors that were written in a post stay as they are written there', () => {
    const files = changed(2, ({ authors }) => ({ authors: [...authors, 'budi'] }))
    expect(files.get(en('c'))).toContain('authors:\n  - name: Citra\n    title: Guest\n  - budi\n')
  })

  test('authors change in authors.yml by their own fields alone', () => {
    const imported = cms()
    const authorsNow = imported.site.authors.map((author) =>
      author.slug === 'sari'
        ? { ...author, title: { en: 'Miller' }, links: [{ label: 'github', url: 'https://github.com/sari' }] }
        : { ...author, name: 'Budi S.', links: [{ label: 'budi.example', url: 'https://budi.example/me' }] },
    )
    const files = filesOfExport({ ...imported, site: { ...imported.site, authors: authorsNow } })
    expect(files.get('blog/authors.yml')).toBe(
      authors
        .replace(
          'title: Baker # still',
          'title: Miller # still\n  socials:\n    github: https://github.com/sari',
        )
        .replace(
          '{ name: Budi, url: https://budi.example }',
          '{ name: Budi S., url: "https://budi.example/me" }',
        ),
    )
  })

  test('authors that posts name now and authors.yml does not are added to it', () => {
    const imported = cms()
    const citra = imported.site.authors.find(({ slug }) => slug === 'citra')
    const files = changed(0, () => ({ authors: [citra?.id ?? ''] }), imported)
    expect(files.get(en('a'))).toContain('authors: [citra]\n')
    expect(files.get('blog/authors.yml')).toBe(`${authors}citra:\n  name: Citra\n  title: Guest\n`)
  })
})

test('tags.yml is given what posts name now, and keeps its words for the rest', () => {
  const tags = 'bread:\n  label: Bread\n  description: Loaves\n'
  const imported = importedFrom(filesOf({ ...posts, 'blog/tags.yml': tags }))
  const { id: bread = '' } = imported.site.tags.find(({ slug }) => slug.en === 'bread') ?? {}
  const { id: news = '' } = imported.site.tags.find(({ slug }) => slug.en === 'news') ?? {}
  expect(filesOfExport(imported).get('blog/tags.yml')).toBe(tags)
  const files = changed(1, ({ tags: own }) => ({ tags: [...own, bread, news] }), imported)
  expect(files.get(en('b'))).toContain('tags: [ai, bread, news]\n')
  expect(files.get('blog/tags.yml')).toBe(`${tags}news:\n  label: news\n`)
})
