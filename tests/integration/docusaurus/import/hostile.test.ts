import { describe, expect, test } from 'vitest'
import { planImport, planOf } from '@/docusaurus/import/plan/plan'
import { sitePosts, sourcesIn } from '@/docusaurus/import/plan/site-posts'
import { type ReadingLimits, readPosts } from '@/docusaurus/import/read/read-posts'
import { codes, en, filesOf, post } from '../../../unit/docusaurus/site'

const patience = 60_000

async function planOfThreads(texts: Record<string, string>, limits: Partial<ReadingLimits> = {}) {
  const site = sitePosts(filesOf(texts))
  return planOf(site, await readPosts(sourcesIn(site), limits))
}

const small = { [en('b')]: post('title: B'), [en('c')]: post('title: C'), [en('d')]: post('tags: [e]') }

test('makes of posts that threads have read the plan that it makes itself', {
  timeout: patience,
}, async () => {
  const texts = { ...small, [en('a')]: post('title: A\nimage: https://f.id/g.png', '# H\n\n- [ ] *i*') }
  expect(await planOfThreads(texts)).toEqual(planImport(filesOf(texts)))
})

describe('a hostile file', () => {
  // Each body is below every limit that is counted, and keeps a parser busy for seconds or fills its memory. If it does
  // both, the machine decides which comes first.
  test.each([
    ['addresses without end', 'www.a '.repeat(160_000)],
    ['thousands of items', '- a\n'.repeat(11_900)],
    ['one element of a hundred thousand attributes', `<A ${'b="c" '.repeat(83_000)}/>`],
  ])('a hostile file is refused, and no other: %s', { timeout: patience }, async (_, body) => {
    const { refused, articles } = await planOfThreads({ ...small, [en('a')]: post('title: A', body) })
    const [hostile, ...others] = codes(refused)
    expect([`${en('a')}:1 too-slow`, `${en('a')}:1 too-much-memory`]).toContain(hostile)
    expect(others).toEqual([`${en('d')}:1 no-title`])
    expect(articles.map(({ importPath }) => importPath)).toEqual([en('b'), en('c')])
  })

  test.each<[string, Partial<ReadingLimits>]>([
    ['too-slow', { memory: 2_000 }],
    ['too-much-memory', { deadline: patience }],
  ])(
    'a hostile file is refused as %s where that is the limit',
    { timeout: 2 * patience },
    async (code, limits) => {
      const body = 'www.a '.repeat(160_000)
      const { refused } = await planOfThreads({ [en('a')]: post('title: A', body) }, limits)
      expect(codes(refused)).toEqual([`${en('a')}:1 ${code}`])
    },
  )
})
