import { beforeAll, expect, test } from 'vitest'
import type { Locale } from '@/i18n/locales'
import { withPayload } from '../../support/postgres/payload'

const terbit = withPayload()
const common = { collection: 'projects', locale: 'id', depth: 0 } as const
const online = { _status: 'published' as const }
let latestProjects: (locale: Locale, limit: number) => Promise<{ name: string }[]>

beforeAll(async () => {
  // The module loads the configuration, whose settings are only there now.
  latestProjects = (await import('@/content/projects/projects')).latestProjects
})

const latestNames = async () => (await latestProjects('id', 6)).map(({ name }) => name)

test('the latest projects are those that went online last, however long ago they were begun', async () => {
  const { payload } = terbit
  const begun = await payload.create({ ...common, data: { name: 'Begun first' }, draft: true })
  const older = await payload.create({ ...common, data: { name: 'Older', ...online } })
  await payload.create({ ...common, data: { name: 'Newer', ...online } })
  await payload.update({ ...common, id: begun.id, data: online })
  expect(await latestNames()).toEqual(['Begun first', 'Newer', 'Older'])

  await payload.update({ ...common, id: older.id, data: { summary: 'A draft' }, draft: true })
  expect(await latestNames()).toEqual(['Begun first', 'Newer', 'Older'])

  await payload.update({ ...common, id: older.id, data: { summary: 'New words', ...online } })
  expect(await latestNames()).toEqual(['Older', 'Begun first', 'Newer'])
})
