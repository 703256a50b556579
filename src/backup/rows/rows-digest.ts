import { hash } from 'node:crypto'

export type RowsDigest = {
  /** Takes rows in the text format of COPY, each with its newline. */
  add: (lines: Buffer) => void
  result: () => { rows: number; sha256: string }
}

/**
 * Counts rows and adds up the SHA-256 of each of them modulo 2^256, so that the same rows have the same digest in
 * whatever order Postgres gives them.
 */
export function rowsDigest(): RowsDigest {
  let rows = 0
  let sum = 0n
  return {
    add: (lines) => {
      let start = 0
      for (let end = lines.indexOf(10); end !== -1; end = lines.indexOf(10, start)) {
        sum += BigInt(`0x${hash('sha256', lines.subarray(start, end), 'hex')}`)
        rows++
        start = end + 1
      }
      sum = BigInt.asUintN(256, sum)
    },
    result: () => ({ rows, sha256: sum.toString(16).padStart(64, '0') }),
  }
}
