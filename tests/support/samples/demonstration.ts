import { scratchDatabase } from '../postgres/database'
import { createInstallation, type Installation, runInProduct } from '../product/product'

/**
 * Returns an installation with the demonstration magazine and no user. The first call of a run puts the magazine
 * together; later calls copy it.
 */
export async function demonstration(): Promise<Installation> {
  const files = process.env.TERBIT_TEST_FILES
  if (!files)
    throw new Error('Expected TERBIT_TEST_FILES. Run this test by Playwright, whose global setup sets it.')
  const database = await scratchDatabase({ name: 'demonstration', prepare: (url) => fill(url, files) })
  const installation = await createInstallation({ databaseUrl: database.url, files })
  return {
    ...installation,
    remove: async () => {
      await database.drop()
      await installation.remove()
    },
  }
}

async function fill(databaseUrl: string, files: string): Promise<void> {
  const installation = await createInstallation({ databaseUrl })
  const env = { ...installation.env, DATA_DIR: files }
  await runInProduct({ ...installation, env }, 'tests/support/product/fill-installation.ts')
  await installation.remove()
}
