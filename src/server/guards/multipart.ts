import type { RequestRefusal } from './refusal'

export type MultipartBound = {
  /** The most parts, fields and files together. */
  parts: number
  /** The most files. */
  files: number
  /** The types that a file may have, by the header of its part. */
  types: readonly string[]
}

/** The most bytes of the headers of one part. */
const longestHeaders = 8 * 1024

/**
 * Reads a multipart body piece by piece, as it arrives, and looks at the headers of its parts alone (RFC 7578).
 * @returns a function that says why the body is refused, as soon as a piece shows that; undefined where the type names
 * no boundary, or several.
 */
export function multipartScanner(
  contentType: string,
  { bound, wrongType }: { bound: MultipartBound; wrongType: RequestRefusal },
): ((piece: Buffer) => RequestRefusal | undefined) | undefined {
  const [match, ...more] = [...contentType.matchAll(/;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/gi)]
  const boundary = match?.[1] ?? match?.[2]
  if (!boundary || more.length > 0) return undefined
  const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1')
  let unread = Buffer.from('\r\n')
  let state: 'content' | 'headers' | 'over' = 'content'
  let [parts, files] = [0, 0]

  const refusalOfPart = (headers: string): RequestRefusal | undefined => {
    parts += 1
    if (parts > bound.parts) return tooMany(`at most ${bound.parts} parts`)
    if (!isFile(headers)) return undefined
    files += 1
    if (files > bound.files) return tooMany(bound.files === 0 ? 'no file' : `at most ${bound.files} file`)
    return bound.types.includes(typeOf(headers)) ? undefined : wrongType
  }

  return (piece) => {
    if (state === 'over') return undefined
    unread = Buffer.concat([unread, piece])
    for (;;) {
      if (state === 'content') {
        const start = unread.indexOf(delimiter)
        if (start < 0) {
          // The delimiter may go on in the next piece.
          unread = Buffer.from(unread.subarray(Math.max(0, unread.length - delimiter.length)))
          return undefined
        }
        unread = unread.subarray(start + delimiter.length)
        state = 'headers'
      }
      if (unread.length < 2) return undefined
      if (unread.toString('latin1', 0, 2) === '--') {
        state = 'over'
        unread = Buffer.alloc(0)
        return undefined
      }
      const end = unread.indexOf('\r\n\r\n')
      if (end > longestHeaders || (end < 0 && unread.length > longestHeaders))
        return tooMany(`at most ${longestHeaders} bytes of headers in a part`)
      if (end < 0) return undefined
      const refusal = refusalOfPart(unread.toString('latin1', 0, end))
      if (refusal) return refusal
      unread = unread.subarray(end + 2)
      state = 'content'
    }
  }
}

const tooMany = (expected: string): RequestRefusal => ({
  status: 400,
  reason: `Expected ${expected}, found more.`,
})

/** A part without a file name is a file too where it says that it is bytes (busboy, which reads it afterwards). */
const isFile = (headers: string): boolean =>
  /^content-disposition:.*;\s*filename\*?\s*=/im.test(headers) ||
  typeOf(headers) === 'application/octet-stream'

const typeOf = (headers: string): string =>
  /^content-type:\s*([^;\s]+)/im.exec(headers)?.[1]?.toLowerCase() ?? ''
