/** A fault of one file. The whole file is refused, and the others go in. `line` counts from 1. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: string
  readonly line: number
  constructor(code: string, line: number, message: string) {
    super(message)
    this.code = code
    this.line = line
  }
}
