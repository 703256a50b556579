import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withPayload } from '../../../support/postgres/payload'
import { corpusFolder } from '../../../support/samples/corpus'
import { publishedArticle } from '../shown'
import { provesImport } from './proves-import'

const corpus = corpusFolder()
const overview = 'blog/2024-05-11-decentralizing-ai-overview.md'

// Vitest fails for a file without tests, so there is one where there is no corpus.
test('reads the real blog wherever there is one', () => {
  expect(corpus === undefined || existsSync(join(corpus, 'docusaurus'))).toBe(true)
})

if (corpus) {
  describe('the real blog', () => {
    const terbit = withPayload()
    provesImport(terbit, { dir: join(corpus, 'docusaurus'), online: { en: 13, id: 12 }, raw: 11 })

    test('the real blog is paired into thirteen articles by two authors', async () => {
      const { totalDocs } = await terbit.payload.count({ collection: 'articles' })
      const { docs } = await terbit.payload.find({ collection: 'authors', sort: 'slug', locale: 'all' })
      expect(totalDocs).toBe(13)
      expect(docs.map(({ slug }) => slug)).toEqual(['dora', 'lark'])
    })

    test('the real blog has one tag with two names for research and penelitian', async () => {
      const { docs } = await terbit.payload.find({ collection: 'tags', locale: 'all', pagination: false })
      const words = docs.map(({ slug }) => slug as unknown as { en?: string; id?: string })
      expect(words.filter(({ en, id }) => en === 'research' || id === 'penelitian')).toEqual([
        { en: 'research', id: 'penelitian' },
      ])
    })

    test("the real blog keeps each language's picture as its file writes it, be it a real one or a card of the old system", async () => {
      const [en, id] = await Promise.all([
        publishedArticle(terbit.payload, overview, 'en'),
        publishedArticle(terbit.payload, overview, 'id'),
      ])
      expect(en?.hero?.address).toMatch(/\/decentralizing-ai-an-overview\.png$/)
      expect(id?.hero?.address).toMatch(/title=Desentralisasi%20AI/)
    })

    test.each([
      ['/blog/2024/05/11/decentralizing-ai-overview', '/en/blog/decentralizing-ai-overview'],
      ['/id/blog/2024/05/11/decentralizing-ai-overview/', '/id/blog/decentralizing-ai-overview'],
      ['/blog/2024/05/11/decentralizing-ai-overview.html', '/en/blog/decentralizing-ai-overview'],
      ['/id/blog/tags/penelitian', '/id/tags/penelitian'],
      ['/blog/authors/dora', '/en/authors/dora'],
    ])('the real blog answers at its old address %s', async (from, to) => {
      const { movedAddress } = await import('@/content/articles/moved-address')
      expect(await movedAddress(from)).toBe(to)
    })
  })
}
