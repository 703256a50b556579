const newline = 10

/**
 * Cuts a stream of rows in the text format of COPY into pieces of at least `size` bytes, each of which ends with a row.
 * In that format a newline always ends a row: one within a value is written as `\n`.
 */
export async function* wholeLines(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let pending: Buffer[] = []
  let length = 0
  for await (const chunk of source) {
    const end = chunk.lastIndexOf(newline) + 1
    if (length + end < size || end === 0) {
      pending.push(chunk)
      length += chunk.length
      continue
    }
    yield Buffer.concat([...pending, chunk.subarray(0, end)])
    pending = end < chunk.length ? [chunk.subarray(end)] : []
    length = chunk.length - end
  }
  if (length > 0) yield Buffer.concat(pending)
}
