import { expect, test } from 'vitest'
import { withPayload } from '../../../support/postgres/payload'
import { importCommand, patience } from '../command'
import { contents, everything, forgetEverything } from '../everything'
import { importSite, ownSite } from '../sites'

const terbit = withPayload()

test('an import that is killed half-way and run again is as if it had been run once', {
  timeout: patience,
}, async () => {
  const { databaseUrl, dataDir } = terbit
  const { code } = await importCommand([ownSite], { databaseUrl, dataDir, killAt: '2/5' })
  expect(code).toBeNull()
  const half = await terbit.payload.count({ collection: 'articles' })
  expect(half.totalDocs).toBeGreaterThanOrEqual(2)
  expect(half.totalDocs).toBeLessThan(5)

  await importSite(terbit.payload, ownSite)
  const twice = await contents(terbit.payload)
  const rows = await everything(terbit.payload)
  await importSite(terbit.payload, ownSite)
  expect(await everything(terbit.payload)).toEqual(rows)

  await forgetEverything(terbit.payload)
  await importSite(terbit.payload, ownSite)
  expect(await contents(terbit.payload)).toEqual(twice)
})
