/** The greatest depth to which quotes, lists and elements may nest. */
export const deepest = 100

/** The source nests deeper than `deepest`. The whole source is refused. */
export class NestingError extends Error {
  override name = 'NestingError'
  readonly line: number
  constructor(line: number) {
    super(
      `Expected at most ${deepest} levels of nesting, found more in line ${line}. Flatten the quotes, lists or elements.`,
    )
    this.line = line
  }
}
