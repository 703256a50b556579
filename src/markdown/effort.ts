import { fenceIn } from './code-fence'
import { deepest, NestingError } from './nesting'

/** The source needs more parsing work than any text written by people. The whole source is refused. */
export class EffortError extends Error {
  override name = 'EffortError'
  readonly line: number
  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

/** Parsing time grows with the number of lines. A megabyte of prose, one line a paragraph, has a third of this. */
const mostLines = 12_000
/** The sum of (signs in the paragraph)² over all paragraphs. Prose stays under a tenth of this. */
const mostTangle = 10_000_000

/** The most columns of a table, with room to spare. */
const mostPipes = 500

const startsBlock = /^[ \t]*(?:[-*+>#|]|\d{1,9}[.)])/
const signs = /[*_[\]<{`~&$!@:\\]/g

/**
 * Refuses, before parsing, a source that would keep the parser busy for seconds. Parsing time grows with the square
 * of the depth of nested containers and with the square of the number of signs in one paragraph.
 * @throws EffortError, NestingError
 */
export function refuseEffort(source: string) {
  let [tangle, inParagraph, directives] = [0, 0, 0]
  let open: string | undefined
  for (const [index, line] of source.split('\n').entries()) {
    if (index >= mostLines) throw tooMuch(index + 1, `at most ${mostLines} lines`)
    const marker = fenceIn(line)
    if (open !== undefined) {
      if (marker?.startsWith(open)) open = undefined
      continue
    }
    if (marker !== undefined) open = marker
    if (line.trim() === '') {
      inParagraph = 0
      continue
    }
    if (line.split('|').length > mostPipes) throw tooMuch(index + 1, `at most ${mostPipes} columns`)
    if (startsBlock.test(line)) inParagraph = 0
    const found = line.match(signs)?.length ?? 0
    tangle += found * (2 * inParagraph + found)
    inParagraph += found
    if (tangle > mostTangle) throw tooMuch(index + 1, 'paragraphs with fewer signs of markup')
    const colons = /^\s*:{3,}(.*)$/.exec(line)
    if (colons) directives = Math.max(0, directives + (colons[1]?.trim() ? 1 : -1))
    if (directives > deepest || containers.test(line)) throw new NestingError(index + 1)
  }
}

const containers = new RegExp(`^(?:[ \\t]*(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${deepest + 1}}`)

const tooMuch = (line: number, expected: string) =>
  new EffortError(line, `Expected ${expected}, found more by line ${line}. Split the text into several.`)
