/** The reason why a block is kept as its source. Stable, because reports and the raw block's form show it. */
export type RawReason =
  | 'admonition'
  | 'adjacent-list'
  | 'code'
  | 'comment'
  | 'definition'
  | 'element'
  | 'esm'
  | 'expression'
  | 'html'
  | 'list-item'
  | 'picture-reference'
  | 'quote'
  | 'ragged-table'
  | 'round-trip'
  | 'serialization'
  | 'truncate'
  | 'unknown'

/** Lexical has no faithful shape for a node. The caller that maps the block keeps its source instead. */
export class Unmappable extends Error {
  override name = 'Unmappable'
  readonly reason: RawReason
  constructor(reason: RawReason) {
    super(`No Lexical shape holds this block: ${reason}`)
    this.reason = reason
  }
}
