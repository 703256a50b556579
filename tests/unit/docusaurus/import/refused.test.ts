import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { planImport } from '@/docusaurus/import/plan/plan'
import { readSite } from '@/docusaurus/import/read/read-site'
import { codes, en, fixture, planOfTexts, post } from '../site'

const broken = readdirSync(fixture('broken')).filter((name) => name.endsWith('.md'))

test('refuses each broken file by its line, and takes the whole ones', () => {
  const files = broken.map((name) => ({
    path: `blog/${name}`,
    bytes: new Uint8Array(readFileSync(join(fixture('broken'), name))),
  }))
  const whole = { path: en('whole'), bytes: new TextEncoder().encode(post('title: Whole')) }
  const plan = planImport([...files, whole])
  expect(codes(plan.refused)).toEqual([
    'blog/2024-01-01-bad-yaml.md:4 invalid-yaml',
    'blog/2024-01-02-fenced.md:1 front-matter-in-code',
    'blog/2024-01-03-no-front-matter.md:1 no-front-matter',
    'blog/2024-01-04-no-title.md:1 no-title',
    'blog/2024-01-06-anchor.md:3 yaml-anchor',
    'blog/2024-01-07-proto.md:3 unsafe-yaml-key',
    'blog/2024-01-08-impossible-day.md:3 invalid-date',
    'blog/2024-01-09-leaves-site.md:7 path-leaves-site',
    'blog/2024-01-10-broken-mdx.md:7 broken-mdx',
    'blog/2024-01-11-too-deep.md:7 nesting-too-deep',
    'blog/2024-01-12-wrong-shape.md:3 invalid-front-matter',
    'blog/2024-01-13-tab.md:4 invalid-yaml',
    'blog/2024-01-14-open-end.md:1 no-front-matter',
    'blog/no-date.md:2 no-date',
  ])
  expect(plan.articles.map(({ importPath }) => importPath)).toEqual([en('whole')])
})

test('says nothing more of a file that it refuses', () => {
  const plan = planOfTexts({ [en('a')]: post('tags: [1]', '![](./b.png)') })
  expect(codes(plan.refused)).toEqual([`${en('a')}:1 no-title`])
  expect(plan.warnings).toEqual([])
})

test.each([
  ['invalid UTF-8', [0x2d, 0x2d, 0x2d, 0x0a, 0xff], 2, 'invalid-utf8'],
  ['NUL', [0x2d, 0x0a, 0x0a, 0x00], 3, 'nul-character'],
  ['more than a megabyte', new Array(1024 * 1024 + 1).fill(0x61), 1, 'file-too-large'],
])('refuses %s', (_, bytes, line, code) => {
  const plan = planImport([{ path: en('a'), bytes: new Uint8Array(bytes) }])
  expect(codes(plan.refused)).toEqual([`${en('a')}:${line} ${code}`])
})

test('refuses YAML that nests too deep for a parser', () => {
  const plan = planOfTexts({ [en('a')]: post(`title: ${'['.repeat(20_000)}`) })
  expect(codes(plan.refused)).toEqual([`${en('a')}:2 invalid-yaml`])
})

test.each(['tags: &a [b]', 'a: &b { c: d }', 'a: &b c', 'a: *b'])(
  'refuses the anchor or alias in %s',
  (fields) => {
    expect(planOfTexts({ [en('a')]: post(`title: A\n${fields}`) }).refused).toMatchObject([{ line: 3 }])
  },
)

test('refuses a key that stands twice', () => {
  expect(codes(planOfTexts({ [en('a')]: post('title: A\ntitle: B') }).refused)).toEqual([
    `${en('a')}:3 invalid-yaml`,
  ])
})

test('refuses a body that would keep the parser busy', () => {
  expect(planOfTexts({ [en('a')]: post('title: A', '*a_ '.repeat(5_000)) }).refused).toMatchObject([
    { line: 5, code: 'too-complex' },
  ])
})

test('reads a post with a byte order mark and CR LF', () => {
  const plan = planOfTexts({
    [en('a')]: `\uFEFF${post('title: A', 'Satu.\n\nDua.')}`.replaceAll('\n', '\r\n'),
  })
  const { title, blocks, frontMatterText } = plan.articles[0]?.texts.en ?? {}
  expect([title, frontMatterText]).toEqual(['A', '\uFEFF---\r\ntitle: A\r\n---\r\n'])
  expect(blocks?.map(({ byteStart, byteEnd }) => byteEnd - byteStart)).toEqual([5, 4])
})

describe('on disk', () => {
  let site: string

  beforeEach(async () => {
    site = await mkdtemp(join(tmpdir(), 'site-'))
    await mkdir(join(site, 'blog'))
  })
  afterEach(() => rm(site, { recursive: true }))

  test('refuses a link out of the site without reading it', async () => {
    await symlink('/etc/hostname', join(site, en('a')))
    const { files, assets } = await readSite(site)
    expect(files).toMatchObject([{ path: en('a'), refused: { code: 'path-leaves-site' } }])
    expect(codes(planImport(files, { assets }).refused)).toEqual([`${en('a')}:1 path-leaves-site`])
  })

  test('refuses a large file without reading it', async () => {
    await writeFile(join(site, en('a')), Buffer.alloc(1024 * 1024 + 1, 'a'))
    const { files } = await readSite(site)
    expect(files).toMatchObject([{ path: en('a'), refused: { code: 'file-too-large' } }])
  })

  test('reads no other languages than those asked for', async () => {
    const folder = join(site, 'i18n/fr/docusaurus-plugin-content-blog')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, '2024-01-01-a.md'), post('title: A'))
    expect((await readSite(site, ['id', 'en'])).files).toEqual([])
  })
})
