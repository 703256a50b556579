import { expect, test } from 'vitest'
import { pngSegment } from '@/og/raster/png'

test('a compressed segment holds no more memory than its bytes', () => {
  const { deflated } = pngSegment(new Uint8Array(10_000), { level: 6 })
  expect(deflated.buffer.byteLength).toBe(deflated.byteLength)
})
