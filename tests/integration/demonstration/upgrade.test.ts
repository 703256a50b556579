import { expect, test } from 'vitest'
import { migrateUnderLock } from '@/database/migrate'
import { query, sql } from '@/database/query'
import { seedEmptyDatabase } from '@/demonstration/seed'
import { withPayload } from '../../support/postgres/payload'

const terbit = withPayload({ before: '20261129_000050_mark_first_start' })

test('an installation that was used before the mark existed is not given the magazine again', async () => {
  const { payload } = terbit
  const tag = await payload.create({
    collection: 'tags',
    locale: 'id',
    data: { name: 'Kabar', slug: 'kabar' },
  })
  const { migrations } = await import('../../../migrations')
  await migrateUnderLock(payload, { migrations })
  await payload.delete({ collection: 'tags', id: tag.id })
  expect(await seedEmptyDatabase(payload, () => undefined)).toBe(false)
  expect(await query(payload, sql`select demonstration from first_start`)).toEqual([{ demonstration: false }])
})
