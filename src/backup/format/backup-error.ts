/** A backup or a restore was refused. The message says why, and what to do about it. */
export class BackupError extends Error {
  override name = 'BackupError'
}
