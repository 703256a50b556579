import { beforeAll, describe, expect, test } from 'vitest'
import { query, sql } from '@/database/query'
import { hrefFor } from '@/site/hrefs'
import { withPayload } from '../../support/postgres/payload'
import { bodyOf } from '../../support/samples/bodies'

const terbit = withPayload()
let movedAddress: (path: string) => Promise<string | undefined>
const common = { collection: 'articles', locale: 'en' } as const
const addressOf = (slug: string) => hrefFor({ page: 'article', locale: 'en', slug })

beforeAll(async () => {
  // It loads the config, whose settings are there only now.
  movedAddress = (await import('@/content/articles/moved-address')).movedAddress
})

async function article(slug: string): Promise<string> {
  const data = { title: slug, slug, body: bodyOf('Words.'), _status: 'published' as const }
  return (await terbit.payload.create({ ...common, data })).id
}

const move = (id: string, slug: string) =>
  terbit.payload.update({ ...common, id, data: { slug, _status: 'published' } })

const keysOf = async (id: string) =>
  (
    await query<{ from: string }>(
      terbit.payload,
      sql`select "from" from redirects where article_id = ${id} order by "from"`,
    )
  ).map(({ from }) => from)

describe.each(['coffee', 'café', '咖啡'])('an article that was at %s', (slug) => {
  test('is found at that address, as a browser asks for it, after it moved', async () => {
    const id = await article(slug)
    await move(id, `${slug}-moved`)
    expect(await movedAddress(addressOf(slug))).toBe(addressOf(`${slug}-moved`))
  })

  test('leaves no redirect at an address that it takes back', async () => {
    const id = await article(`${slug}-home`)
    await move(id, `${slug}-away`)
    await move(id, `${slug}-home`)
    expect(await keysOf(id)).toEqual([`/en/blog/${slug}-away`])
  })

  test('purges that address when it moves on', async () => {
    const { cacheTags } = await import('@/publishing/outbox/cache-tags')
    const id = await article(`${slug}-first`)
    await move(id, `${slug}-second`)
    await move(id, `${slug}-third`)
    const [row] = await query<{ tags: string[] }>(
      terbit.payload,
      sql`select details -> 'tags' as tags from events where document = ${id} order by position desc limit 1`,
    )
    expect(row?.tags).toContain(cacheTags.articleAt('en', `${slug}-first`))
  })
})

test('a redirect that an editor writes is found, however its address was written', async () => {
  const id = await article('here')
  const data = { from: '/old/caf%C3%A9/index.html', article: id, locale: 'en' } as const
  await terbit.payload.create({ collection: 'redirects', data })
  expect(await movedAddress('/old/caf%C3%A9')).toBe(addressOf('here'))
})

describe('the redirects of before', () => {
  const mend = async () => {
    const { up } = await import('../../../migrations/20261128_000015_redirect_keys')
    const { payload } = terbit
    await up({ db: payload.db.drizzle as never, payload, req: {} as never })
  }
  const store = (from: string, article: string, age = '0 days') =>
    query(
      terbit.payload,
      sql`insert into redirects ("from", article_id, locale, updated_at)
          values (${from}, ${article}, 'en', now() - ${age}::interval)`,
    )

  test('are found once they are migrated', async () => {
    const id = await article('mended')
    await store('/en/blog/m%C3%A9nded', id)
    await store('/id/blog/%E4%BF%AE%E7%90%86', id)
    await store('/old/page.html', id)
    await store('/as/it/is', id)
    await mend()
    expect(await keysOf(id)).toEqual(['/as/it/is', '/en/blog/ménded', '/id/blog/修理', '/old/page'])
    expect(await movedAddress(addressOf('ménded'))).toBe(addressOf('mended'))
  })

  test('lead to the article that was moved last where two have the same key', async () => {
    const [former, latter] = [await article('former'), await article('latter')]
    await store('/en/blog/twïce', former, '2 days')
    await store('/en/blog/tw%C3%AFce', latter, '1 day')
    await mend()
    expect([await keysOf(former), await keysOf(latter)]).toEqual([[], ['/en/blog/twïce']])
  })

  test('go where an article is online at their address', async () => {
    const [here, elsewhere] = [await article('také'), await article('elsewhere')]
    await store('/en/blog/tak%C3%A9', elsewhere)
    await mend()
    expect([await keysOf(here), await keysOf(elsewhere)]).toEqual([[], []])
  })

  test('stay as they are when they are migrated again', async () => {
    const id = await article('again')
    await store('/en/blog/ag%C3%A4in', id)
    await mend()
    await mend()
    expect(await keysOf(id)).toEqual(['/en/blog/agäin'])
  })
})
