import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adler32, changed, joined } from '@/og/raster/adler'

/** The checksum that zlib writes at the end of its stream. */
const ofZlib = (bytes: Uint8Array) => deflateSync(bytes, { level: 0 }).readUInt32BE(bytes.length + 7)

const bytes = fc.uint8Array({ maxLength: 9_000 })

test('a check sum is that of zlib, also of two stretches together', () => {
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      const both = Buffer.concat([one, other])
      expect(adler32(both)).toBe(ofZlib(both))
      expect(joined(adler32(one), adler32(other), other.length)).toBe(ofZlib(both))
    }),
  )
})

test('a check sum follows a change of its bytes', () => {
  fc.assert(
    fc.property(bytes, bytes, (before, others) => {
      const after = before.map((byte, at) => others[at] ?? byte)
      let [sum, moment] = [0, 0]
      for (const [at, byte] of before.entries()) {
        const difference = (after[at] ?? 0) - byte
        sum += difference
        moment += difference * (before.length - at)
      }
      expect(changed(adler32(before), { sum, moment })).toBe(adler32(after))
    }),
  )
})
