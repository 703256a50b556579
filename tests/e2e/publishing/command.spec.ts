import { runInProduct, startProduct } from '../../support/product/product'
import { shows, stillWrong } from './reads'
import { expect, test } from './test'

// Each test starts the product more than once.
test.setTimeout(300_000)

const publish = 'tests/support/product/publish-title.ts'

test('what a command publishes shows within 2 s on the pages of a running server', async ({
  story,
  terbit,
}) => {
  const pages = [story.href('id'), ...story.listedOn('id')]
  expect(await stillWrong(terbit.origin, pages, shows(story.title.id))).toEqual([])

  await runInProduct(terbit, publish, [story.id, 'id', 'Dari baris perintah'])

  expect(await stillWrong(terbit.origin, pages, shows('Dari baris perintah'))).toEqual([])
})

test('what a command publishes while no server runs shows when one has started', async ({ installed }) => {
  const { installation, story } = installed
  await runInProduct(installation, publish, [story.id, 'en', 'While nobody served'])

  const running = await startProduct(installation)
  try {
    const pages = [story.href('en'), ...story.listedOn('en')]
    expect(await stillWrong(installation.origin, pages, shows('While nobody served'))).toEqual([])
  } finally {
    await running.stop()
  }
})
