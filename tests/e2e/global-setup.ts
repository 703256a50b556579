import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuild } from '@/server/start/build'
import { ensurePrograms } from '@/server/start/programs'
import { chromiumLaunch } from '../support/browser/chromium'
import startPostgres from '../support/postgres/postgres-global-setup'

/** Prepares a build, a Postgres and a browser for every server of the run. Workers inherit the environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const report = (step: string) => console.log(`  ${step} …`)
  await chromiumLaunch()
  await ensurePrograms()
  await ensureBuild(report)
  const stopPostgres = await startPostgres()
  process.env.TERBIT_TEST_FILES = await mkdtemp(join(tmpdir(), 'terbit-demonstration-'))
  return async () => {
    await rm(process.env.TERBIT_TEST_FILES ?? '', { recursive: true, force: true })
    await stopPostgres()
  }
}
