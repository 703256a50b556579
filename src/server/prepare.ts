import { seedEmptyDatabase } from '@/demonstration/seed'
import { environment } from '@/env'
import { mediaFolders } from '@/media/folders'
import { sweepFiles } from '@/media/sweep'
import { catchUp } from '@/search/catch-up'
import { setUpLink } from '@/security/set-up-link'
import { issueSetupToken } from '@/security/setup-token'
import { boot } from './start/boot'
import type { Prepared } from './start/prepared'

/**
 * Prepares the database for a server, and ends: migrations, demonstration content, the index of the search. Tells
 * whoever started it by the channel between them how that went.
 */
const tell = (prepared: Prepared) =>
  new Promise<void>((resolve) => process.send?.(prepared, undefined, {}, () => resolve()))

process.once('disconnect', () => process.exit(1))
await prepare().then(tell, (error: Error) => tell({ failure: error.message }))
process.exit()

async function prepare(): Promise<Prepared> {
  const report = (step: string) => console.log(`  ${step} …`)
  const { payload, stop } = await boot(report)
  try {
    await seedEmptyDatabase(payload, report)
    await catchUp(payload, report)
    const swept = await sweepFiles(payload, mediaFolders())
    if (swept > 0) report(`Removed ${swept} files in DATA_DIR that belong to no picture`)
    const { totalDocs } = await payload.count({ collection: 'users' })
    if (totalDocs > 0) return {}
    return { setUpLink: setUpLink(environment().siteUrl, await issueSetupToken(payload)) }
  } finally {
    await stop()
  }
}
