/** How deep quotes, lists and elements may nest. */
export const deepest = 100

/** Nesting beyond `deepest`: such a source is refused as a whole. */
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
