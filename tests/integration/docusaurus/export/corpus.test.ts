import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { corpusFolder } from '../../../support/samples/corpus'
import { provesExport } from '../../../unit/docusaurus/export/proves-export'

const corpus = corpusFolder()

// Vitest fails for a file without tests, so there is one where there is no corpus.
test('reads the real blog wherever there is one', () => {
  expect(corpus === undefined || existsSync(join(corpus, 'docusaurus'))).toBe(true)
})

if (corpus) {
  describe('the real blog', { timeout: 180_000 }, () =>
    provesExport(join(corpus, 'docusaurus'), { every: 4 }),
  )
}
