import { createHash } from 'node:crypto'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ReaderScript, readerScript } from '@/ui/reader-script'
import { readerScriptHash } from '@/ui/reader-script-hash'

test('the hash for the policy is that of the script as it is printed', () => {
  const printed = renderToStaticMarkup(<ReaderScript />).match(/^<script>(.*)<\/script>$/s)?.[1] ?? ''
  expect(readerScriptHash).toBe(`'sha256-${createHash('sha256').update(printed).digest('base64')}'`)
})

test('weighs no more than four kilobytes before compression', () => {
  expect(Buffer.byteLength(readerScript)).toBeLessThanOrEqual(4096)
})

test('is a program that parses', () => {
  expect(() => new Function(readerScript)).not.toThrow()
})
