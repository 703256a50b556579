import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hrefFor } from '@/site/hrefs'
import { Api } from '../../support/product/api'
import {
  createInstallation,
  type Installation,
  type Running,
  startProduct,
} from '../../support/product/product'
import { hireStaff, password, people } from '../../support/product/staff'
import { bodyOf } from '../../support/samples/bodies'
import { test as base, expect } from '../test'

type Acknowledged = { id: string; does: 'publish' | 'save'; title: string; slug: string }

/** A product with its own embedded Postgres, as on a machine without any settings. */
const test = base.extend<{ installation: Installation }>({
  installation: async ({}, use) => {
    const installation = await createInstallation()
    await use(installation)
    await installation.remove()
  },
})

/** The number of acknowledgements in the log at each kill. The last kill comes right after the last acknowledgement. */
const kills = [70, 140, 210]

test('every save and publication that was acknowledged is there after kill -9 of server and database', async ({
  installation,
}) => {
  test.setTimeout(600_000)
  const log: Acknowledged[] = []
  let running = await startProduct(installation)
  try {
    await hireStaff(installation, running)
    for (const enough of kills) {
      await writeUntil(enough, { installation, running, log })
      running = await startProduct(installation)
    }
    expect(log.length).toBeGreaterThanOrEqual(200)

    const api = await new Api(installation.origin).signIn(people.editor, password)
    expect(await lost(api, log)).toEqual([])
    expect(await lostPages(installation.origin, log)).toEqual([])
  } finally {
    await running.stop()
  }
})

/** Writes with several clients at once, and kills everything at `enough` acknowledgements, whatever is in progress. */
async function writeUntil(
  enough: number,
  { installation, running, log }: { installation: Installation; running: Running; log: Acknowledged[] },
): Promise<void> {
  const api = await new Api(installation.origin).signIn(people.editor, password)
  let killed: Promise<void> | undefined
  const acknowledge = (entry: Acknowledged) => {
    if (killed) return
    log.push(entry)
    if (log.length === enough) killed = killAll(installation, running)
  }
  const clients = Array.from({ length: 4 }, async (_, client) => {
    for (let number = 0; !killed; number++) {
      await writeOne(api, `${enough}-${client}-${number}`, acknowledge).catch((error) => {
        // A client of a killed server gets no answer, so nothing was promised to it.
        if (!killed) throw error
      })
    }
  })
  await Promise.all(clients)
  await killed
}

/** Saves an article, publishes it, and saves it again. */
async function writeOne(api: Api, mark: string, acknowledge: (entry: Acknowledged) => void): Promise<void> {
  const slug = `uji-${mark}`
  const draft = { locale: 'id', query: { draft: 'true' } } as const
  const first = { title: `Simpan ${mark}`, slug, body: bodyOf(`Isi ${mark}.`) }
  const { id } = await api.create('articles', { ...first, _status: 'draft' }, draft)
  acknowledge({ id, does: 'save', title: first.title, slug })
  const published = { title: `Terbit ${mark}`, _status: 'published' }
  await api.update('articles', id, published, { locale: 'id' })
  acknowledge({ id, does: 'publish', title: published.title, slug })
  const second = { title: `Ubah ${mark}` }
  await api.update('articles', id, second, draft)
  acknowledge({ id, does: 'save', title: second.title, slug })
}

async function killAll({ dataDir }: Installation, running: Running): Promise<void> {
  const [postmaster] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(postmaster), 'SIGKILL')
  await running.kill()
}

/** Returns the acknowledged saves and publications that no version of their article holds. */
async function lost(api: Api, log: Acknowledged[]): Promise<Acknowledged[]> {
  const versions = await api.find('articles/versions', {
    locale: 'id',
    query: { limit: '0', pagination: 'false', 'select[version][title]': 'true', 'select[parent]': 'true' },
  })
  const kept = new Set(
    versions.map(({ parent, version }) => `${parent} ${(version as { title?: string }).title}`),
  )
  return log.filter(({ id, title }) => !kept.has(`${id} ${title}`))
}

/** Returns the acknowledged publications whose page does not show their title. */
async function lostPages(origin: string, log: Acknowledged[]): Promise<Acknowledged[]> {
  const missing: Acknowledged[] = []
  for (const entry of log.filter(({ does }) => does === 'publish')) {
    const page = await fetch(`${origin}${hrefFor({ page: 'article', locale: 'id', slug: entry.slug })}`)
    if (page.status !== 200 || !(await page.text()).includes(entry.title)) missing.push(entry)
  }
  return missing
}
