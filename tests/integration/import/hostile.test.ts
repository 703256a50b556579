import { describe, expect, test } from 'vitest'
import { planImport, postsToRead } from '@/docusaurus/plan'
import { type ReadingLimits, readPosts } from '@/docusaurus/read-posts'
import { codes, en, filesOf, post } from '../../unit/docusaurus/site'

const patience = 60_000

async function planOfThreads(texts: Record<string, string>, limits: Partial<ReadingLimits> = {}) {
  const files = filesOf(texts)
  return planImport(files, { read: await readPosts(postsToRead(files), limits) })
}

const small = { [en('b')]: post('title: B'), [en('c')]: post('title: C'), [en('d')]: post('tags: [e]') }

test('makes of posts that threads have read the plan that it makes itself', {
  timeout: patience,
}, async () => {
  const texts = { ...small, [en('a')]: post('title: A\nimage: https://f.id/g.png', '# H\n\n- [ ] *i*') }
  expect(await planOfThreads(texts)).toEqual(planImport(filesOf(texts)))
})

describe('a hostile file', () => {
  // Each is below every limit that is counted, and keeps a parser busy for seconds or fills its memory.
  test.each([
    ['too-slow', 'addresses without end', 'www.a '.repeat(160_000)],
    ['too-slow', 'thousands of items', '- a\n'.repeat(11_900)],
    ['too-much-memory', 'one element of a hundred thousand attributes', `<A ${'b="c" '.repeat(83_000)}/>`],
  ])('is refused as %s: %s', { timeout: patience }, async (code, _, body) => {
    const plan = await planOfThreads({ ...small, [en('a')]: post('title: A', body) })
    expect(codes(plan.refused)).toEqual([`${en('a')}:1 ${code}`, `${en('d')}:1 no-title`])
    expect(plan.articles.map(({ importPath }) => importPath)).toEqual([en('b'), en('c')])
  })
})
