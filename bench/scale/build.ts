import { rm } from 'node:fs/promises'
import { buildStamp } from '@/server/start/build'
import { createInstallation, type Installation, runInProduct } from '../../tests/support/product/product'
import { measuredProgram } from '../measuring/measured-program'

/** Seconds to build the site: with many articles, and with the few of the demonstration. */
export type Builds = { many: number; few: number }

export async function buildsAtScale({ dataDir }: Pick<Installation, 'dataDir'>): Promise<Builds> {
  const few = await createInstallation()
  try {
    await runInProduct(few, 'tests/support/product/fill-installation.ts')
    return { many: await buildSeconds(dataDir), few: await buildSeconds(few.dataDir) }
  } finally {
    await few.remove()
  }
}

async function buildSeconds(dataDir: string): Promise<number> {
  await rm(buildStamp, { force: true })
  return (await measuredProgram('src/server/build-command.ts', [], { DATA_DIR: dataDir })).seconds
}
