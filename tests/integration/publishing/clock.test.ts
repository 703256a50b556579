import { afterEach, expect, test, vi } from 'vitest'
import { query, sql } from '@/database/query'
import { withPayload } from '../../support/postgres/payload'
import { bodyOf } from '../../support/samples/bodies'

const terbit = withPayload()

afterEach(() => void vi.useRealTimers())

const minutes = 60_000

test.each([
  ['fast', 10],
  ['slow', -10],
])(
  'a first publication has the time of the database where the clock of the server is %s',
  async (name, off) => {
    const { payload } = terbit
    const { docs } = await payload.find({ collection: 'authors', limit: 1 })
    const author =
      docs[0] ??
      (await payload.create({ collection: 'authors', locale: 'id', data: { name: 'Sari', slug: 'sari' } }))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + off * minutes })
    const { publishedAt } = await payload.create({
      collection: 'articles',
      locale: 'id',
      data: {
        title: `Jam ${name}`,
        slug: `jam-${name}`,
        description: 'Tentang waktu.',
        authors: [author.id],
        body: bodyOf('Isi.') as never,
        _status: 'published',
      },
    })
    const [row] = await query<{ off: number }>(
      payload,
      sql`select abs(extract(epoch from clock_timestamp() - ${publishedAt}::timestamptz))::float as off`,
    )
    expect(row?.off).toBeLessThan(60)
  },
)
