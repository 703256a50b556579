import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { withPayload } from '../../support/postgres/payload'
import { corpusFolder } from '../../support/samples/corpus'
import { importSite } from '../docusaurus/sites'
import { judgements, meanNdcg, ours, postgres } from './relevance'

const corpus = corpusFolder()

test('there are at least forty judged queries, in both languages', () => {
  expect(judgements.length).toBeGreaterThanOrEqual(40)
  expect(new Set(judgements.map(({ locale }) => locale))).toEqual(new Set(['id', 'en']))
})

if (corpus && existsSync(join(corpus, 'docusaurus'))) {
  describe('over the real blog', () => {
    const terbit = withPayload()

    beforeAll(async () => {
      await importSite(terbit.payload, join(corpus, 'docusaurus'))
      const { learnWords } = await import('@/search/learn-words')
      await learnWords(terbit.payload)
    })

    test("the search ranks a real blog better than Postgres' own configurations, by 0.05 of nDCG@10 at least", async () => {
      const { payload } = terbit
      const own = await meanNdcg(ours(payload))
      const stemmed = await meanNdcg(
        postgres(payload, (locale) => (locale === 'id' ? 'indonesian' : 'english')),
      )
      const simple = await meanNdcg(postgres(payload, () => 'simple'))
      expect(own).toBeGreaterThanOrEqual(stemmed + 0.05)
      expect(own).toBeGreaterThanOrEqual(simple + 0.05)
    })

    test('the search finds something relevant in a real blog for every judged query', async () => {
      const rank = ours(terbit.payload)
      const without: string[] = []
      for (const judgement of judgements) {
        const found = await rank(judgement)
        if (!found.some((path) => judgement.relevant[path])) without.push(judgement.query)
      }
      expect(without).toEqual([])
    })
  })
}
