import { exitCodeOf, say } from '@/commands/exit-code'
import { environment } from '@/env'
import { startServices } from '@/server/start/services'
import { backupArguments, backupUsage } from './arguments'
import { backup } from './backup'

/** Writes a backup, with or without a running server. Exit code 0: written, 1: refused, 2: wrong usage. */
async function run(): Promise<number> {
  const { file, withSecrets } = backupArguments(process.argv.slice(2))
  const interrupted = new AbortController()
  const stop = () => interrupted.abort(new Error('Stopped. There is no backup.'))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const services = await startServices((step) => say(`${step} …`))
  try {
    const { databaseUrl = '', dataDir, secret } = environment()
    const { tables, files, missing } = await backup({
      file,
      databaseUrl,
      dataDir,
      secret: withSecrets ? secret : undefined,
      signal: interrupted.signal,
      onProgress: (step) => say(`${step} …`),
    })
    for (const name of missing) say(`Missing: ${name}, which a row refers to and which was not there before.`)
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    process.stdout.write(`Backed up ${rows} rows and ${files.count} files into ${file}.\n`)
    if (withSecrets) say('It holds the secret of this instance: whoever reads it can sign in as anybody.')
    return 0
  } finally {
    await services.stop()
  }
}

process.exitCode = await exitCodeOf(run, backupUsage)
