import { exitCodeOf, say } from '@/commands/exit-code'
import { postgresUsers } from '@/database/embedded/embedded'
import { environment } from '@/env'
import { restoreArguments, restoreUsage } from './arguments'
import { BackupError } from './format/backup-error'
import { type Verified, verifyArchive } from './format/verify-archive'

const report = (step: string) => say(`${step} …`)

/** Restores a backup into an empty instance. Exit code 0: restored, 1: refused, nothing is changed, 2: wrong usage. */
async function run(): Promise<number> {
  const { file } = restoreArguments(process.argv.slice(2))
  const { databaseUrl, dataDir, secret } = environment()
  report('Reading the backup')
  const verified = await verifyArchive(file)
  const [user] = databaseUrl ? [] : postgresUsers(dataDir)
  if (user !== undefined)
    throw new BackupError(
      `Expected an instance that nobody uses, and process ${user} uses this one. Stop it, and restore again.`,
    )
  const withSecret = secret === undefined && verified.manifest.secrets
  await restoreInto(verified, { withSecret })
  const rows = verified.manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  process.stdout.write(`Restored ${rows} rows and ${verified.manifest.files.count} files.\n`)
  if (!withSecret) say(signInAgain(verified))
  return 0
}

const signInAgain = ({ path, manifest }: Verified) =>
  manifest.secrets
    ? `PAYLOAD_SECRET stays the one that is set. Where it is not that of the backup (tar -xOf ${path} secret), everybody signs in again.`
    : 'The backup has no secret: unless PAYLOAD_SECRET is the same as there, everybody signs in again.'

/** Payload takes seconds to load, and is not loaded for a file that is damaged. */
async function restoreInto(verified: Verified, { withSecret }: { withSecret: boolean }): Promise<void> {
  const [{ startServices }, { bootUnmigrated }, { prepareTarget }, { restore }] = await Promise.all([
    import('@/server/start/services'),
    import('@/server/start/boot'),
    import('./target/prepare-target'),
    import('./restore'),
  ])
  const services = await startServices(report)
  try {
    const { databaseUrl = '', dataDir } = environment()
    const client = await prepareTarget({ databaseUrl, dataDir })
    try {
      const { payload, migrations, stop } = await bootUnmigrated(report)
      try {
        await restore({ verified, client, payload, migrations, dataDir, withSecret, onProgress: report })
      } finally {
        await stop()
      }
    } finally {
      await client.end()
    }
  } finally {
    await services.stop()
  }
}

process.exitCode = await exitCodeOf(run, restoreUsage)
