import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sourceFiles } from './imports'

/** Conditions on the columns `_status` and `unlisted`, in SQL and as Payload's `where`. */
const condition = /_status\s*={1,3}\s*'published'|_status'?: \{|unlisted is not|unlisted: \{/

test('what is published and listed is asked in one place', () => {
  const files = sourceFiles(['src', 'app', 'collections']).filter((file) =>
    condition.test(readFileSync(file, 'utf8')),
  )
  expect(files.filter((file) => !file.startsWith('src/publishing/published/'))).toEqual([])
})
