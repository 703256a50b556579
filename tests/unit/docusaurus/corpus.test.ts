import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { splitFrontMatter } from '@/docusaurus/format/front-matter'
import type { ImportPlan } from '@/docusaurus/import/plan/import-plan'
import { planImport } from '@/docusaurus/import/plan/plan'
import { readSite } from '@/docusaurus/import/read/read-site'
import { toBody } from '@/markdown/read/to-body'

const corpus =
  process.env.TERBIT_CORPUS ?? fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))

// Vitest fails for a file without tests, so there is one where there is no corpus.
test('reads no site where there is none', async () => {
  await expect(readSite(join(corpus, 'nowhere'))).rejects.toThrow('ENOENT')
})

/** The real blog may be absent. Our own fixtures prove the same. */
if (existsSync(join(corpus, 'docusaurus'))) {
  describe('the real blog', () => {
    let plan: ImportPlan

    beforeAll(async () => {
      const { files, assets } = await readSite(join(corpus, 'docusaurus'), ['id', 'en'])
      plan = planImport(files, { assets })
    })

    test('the real blog has thirteen articles, twelve of them in both languages, and none refused', () => {
      expect(plan.refused).toEqual([])
      expect(plan.articles.map(({ texts }) => Object.keys(texts).length).sort()).toEqual([
        1,
        ...Array(12).fill(2),
      ])
    })

    test('the real blog has `research` and `penelitian` as one tag with two names', () => {
      expect(plan.tags).toContainEqual({
        key: 'research',
        name: { en: 'research', id: 'penelitian' },
        slug: { en: 'research', id: 'penelitian' },
        aliases: {},
        description: {},
      })
    })

    test('the real blog has a translation that was cut off', () => {
      const cut = plan.warnings.filter(({ code }) => code === 'suspected-truncation')
      expect(cut.map(({ file }) => file.split('/').at(-1))).toEqual(['2025-06-03-coding-agent.md'])
    })

    test('the real blog has one block of another fingerprint in its earlier revision', () => {
      const name = 'blog/2024-07-01-cuckoo-network-bridge-seamless-asset-transfers.md'
      const [now = [], before = []] = ['docusaurus', 'revision'].map(
        (folder) => toBody(splitFrontMatter(readFileSync(join(corpus, folder, name), 'utf8')).body).blocks,
      )
      expect(now.length).toBe(before.length)
      expect(now.filter(({ fingerprint }, index) => fingerprint !== before[index]?.fingerprint)).toHaveLength(
        1,
      )
    })
  })
}
