import { flag, folderAndOptions } from '@/commands/folder-arguments'

const file = { name: 'FILE', is: 'the name of the backup' }

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
  const { folder, values } = folderAndOptions(args, file, { 'with-secrets': flag })
  return { file: folder, withSecrets: values['with-secrets'] === true }
}

/** @throws UsageError */
export function restoreArguments(args: readonly string[]): { file: string } {
  return { file: folderAndOptions(args, file, {}).folder }
}
