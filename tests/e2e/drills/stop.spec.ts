import { runningPostgresUrl } from '@/database/embedded/embedded'
import { createInstallation, type Installation, startProduct } from '../../support/product/product'
import { test as base, expect } from '../test'

/** A product with its own embedded Postgres, as on a machine without any settings. */
const test = base.extend<{ installation: Installation }>({
  installation: async ({}, use) => {
    const installation = await createInstallation()
    await use(installation)
    await installation.remove()
  },
})

const answers = ({ origin }: Installation): Promise<boolean> =>
  fetch(`${origin}/health/live`).then(
    ({ ok }) => ok,
    () => false,
  )

test('stopping the product stops its server and its database', async ({ installation }) => {
  test.slow()
  const running = await startProduct(installation)
  expect(await answers(installation)).toBe(true)
  await running.stop()
  expect(await answers(installation)).toBe(false)
  expect(await runningPostgresUrl(installation.dataDir)).toBeUndefined()
})

test('a server ends with the process that started it, and the next start takes its port and database over', async ({
  installation,
}) => {
  test.slow()
  const first = await startProduct(installation)
  await first.killStarter()
  expect(await answers(installation)).toBe(false)
  expect(await runningPostgresUrl(installation.dataDir)).toBeDefined()
  const second = await startProduct(installation)
  expect(await answers(installation)).toBe(true)
  await second.stop()
  expect(await runningPostgresUrl(installation.dataDir)).toBeUndefined()
})
