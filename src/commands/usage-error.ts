/** A command was called in a wrong way. The message says what is wrong with the call. */
export class UsageError extends Error {
  override name = 'UsageError'
}
