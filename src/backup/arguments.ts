import { parseArgs } from 'node:util'

/** Wrong usage, which a command answers with its usage and exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

export const backupUsage = [
  'npm run backup -- FILE [--with-secrets]',
  '  FILE            a new file: database, pictures and their originals',
  '  --with-secrets  PAYLOAD_SECRET too, so that people stay signed in after a restore',
].join('\n')

export const restoreUsage = [
  'npm run restore -- FILE',
  '  FILE  a backup; it goes into an instance that is empty, or holds the untouched demonstration',
].join('\n')

/** @throws UsageError */
export function backupArguments(args: readonly string[]): { file: string; withSecrets: boolean } {
  const { values, positionals } = parsed(args, { 'with-secrets': { type: 'boolean' } })
  return { file: oneFile(positionals), withSecrets: values['with-secrets'] === true }
}

/** @throws UsageError */
export function restoreArguments(args: readonly string[]): { file: string } {
  return { file: oneFile(parsed(args, {}).positionals) }
}

function oneFile([file, ...others]: string[]): string {
  if (!file) throw new UsageError('Expected FILE, the name of the backup.')
  if (others.length > 0) throw new UsageError(`Expected one FILE, found also: ${others.join(' ')}`)
  return file
}

function parsed<Options extends Record<string, { type: 'boolean' }>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (cause) {
    if (cause instanceof TypeError) throw new UsageError(cause.message, { cause })
    throw cause
  }
}
