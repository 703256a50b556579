import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsDigest } from '@/backup/rows/rows-digest'
import { wholeLines } from '@/backup/rows/whole-lines'

async function* chunks(text: Buffer, sizes: number[]) {
  let start = 0
  for (const size of sizes) {
    yield text.subarray(start, start + size)
    start += size
  }
  yield text.subarray(start)
}

const digestOf = (rows: string[]) => {
  const digest = rowsDigest()
  for (const row of rows) digest.add(Buffer.from(`${row}\n`))
  return digest.result()
}

test('however rows arrive, each piece ends with a row and nothing is lost', async () => {
  const row = fc.string({ maxLength: 30 }).map((text) => text.replaceAll('\n', ''))
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1 }),
      fc.array(fc.nat(40)),
      fc.integer({ min: 1, max: 200 }),
      async (rows, sizes, size) => {
        const text = Buffer.from(rows.map((one) => `${one}\n`).join(''))
        const pieces: Buffer[] = []
        for await (const piece of wholeLines(chunks(text, sizes), size)) pieces.push(piece)
        expect(Buffer.concat(pieces)).toEqual(text)
        expect(pieces.every((piece) => piece.at(-1) === 10)).toBe(true)
        expect(pieces.slice(0, -1).every((piece) => piece.length >= size || size > text.length)).toBe(true)
      },
    ),
  )
})

test('the order of rows does not change their digest, their number and words do', () => {
  const { sha256, rows } = digestOf(['a', 'b', 'b'])
  expect(rows).toBe(3)
  expect(digestOf(['b', 'a', 'b'])).toEqual({ rows, sha256 })
  expect(digestOf(['a', 'b']).sha256).not.toBe(sha256)
  expect(digestOf(['a', 'b', 'c']).sha256).not.toBe(sha256)
  expect(digestOf(['b', 'b', 'b']).sha256).not.toBe(digestOf(['a', 'a', 'b']).sha256)
})

test('one row has the SHA-256 of its text', () => {
  expect(digestOf(['abc']).sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
