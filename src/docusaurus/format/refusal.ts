/** What is wrong with one file: it is refused as a whole, and the rest goes in. `line` counts from 1. */
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
