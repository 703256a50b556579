import { Client } from 'pg'
import { Api } from '../../support/product/api'
import { startProduct } from '../../support/product/product'
import { password, people } from '../../support/product/staff'
import { shows, stillWrong } from './reads'
import { expect, test } from './test'

// Each test starts the product more than once.
test.setTimeout(300_000)

test('a server killed between COMMIT and purge shows the new words everywhere after its restart', async ({
  installed,
}) => {
  const { installation, story } = installed
  const pages = [story.href('en'), ...story.listedOn('en')]
  // Events that are already there would be purged at once, and end the server before anything is published.
  await forgetEvents(installation.env.DATABASE_URL ?? '')
  const faulty = await startProduct(installation, { faults: ['die-before-purge'] })
  expect(await stillWrong(installation.origin, pages, shows(story.title.en))).toEqual([])
  const api = await new Api(installation.origin).signIn(people.editor, password)

  // The server may die before it has answered.
  const published = api.update(
    'articles',
    story.id,
    { title: 'Committed, then killed', _status: 'published' },
    { locale: 'en' },
  )
  await published.catch(() => undefined)
  await expect.poll(() => faulty.log()).toContain('The server ended with SIGKILL')
  await faulty.kill()

  const running = await startProduct(installation)
  try {
    expect(await stillWrong(installation.origin, pages, shows('Committed, then killed'))).toEqual([])
  } finally {
    await running.stop()
  }
})

async function forgetEvents(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('delete from events')
  await client.end()
}
