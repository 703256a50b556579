import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readerScript } from '@/ui/frame/reader-script'

test('the reader’s script weighs no more than three kilobytes, compressed as pages are', () => {
  expect(gzipSync(readerScript).byteLength).toBeLessThanOrEqual(3072)
})

test('the reader’s script is a program that parses', () => {
  expect(() => new Function(readerScript)).not.toThrow()
})
