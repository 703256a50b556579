import { Refusal } from './refusal'

/** The size of the largest file that is read, in bytes. */
export const largestFile = 1024 * 1024

/**
 * The text of a file. A byte order mark stays in it.
 * @throws Refusal where the file is too large, is not UTF-8, or holds NUL
 */
export function fileText(bytes: Uint8Array): string {
  if (bytes.length > largestFile) throw tooLarge(bytes.length)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Refusal(
      'invalid-utf8',
      firstBadLine(bytes),
      'Expected UTF-8, found other bytes. Save it as UTF-8.',
    )
  }
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    throw new Refusal('nul-character', lineAt(text, nul), 'Expected text, found a NUL character. Remove it.')
  }
  return text
}

export const tooLarge = (size: number) =>
  new Refusal(
    'file-too-large',
    1,
    `Expected at most ${largestFile} bytes, found ${size}. Split the post, or move data out of it.`,
  )

/** The line, counted from 1, in which a character stands. */
function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

function firstBadLine(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8').decode(bytes)
  return lineAt(lenient, Math.max(0, lenient.indexOf('\uFFFD')))
}
