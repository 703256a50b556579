/** The embedded database could not be started. The message says why, and what to do about it. */
export class DatabaseStartError extends Error {
  override name = 'DatabaseStartError'
}
