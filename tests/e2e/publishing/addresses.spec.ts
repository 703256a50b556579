import { hrefFor } from '@/site/hrefs'
import { bodyOf } from '../../support/samples/bodies'
import { answers, hides, read, shows, stillWrong } from './reads'
import { expect, test } from './test'

const sitemap = '/en/sitemap/1.xml'

const at = (slug: string) => hrefFor({ page: 'article', locale: 'en', slug })

test('a 404 that was kept gives way to the article that is published there', async ({
  api,
  indonesianStory: story,
  terbit,
}) => {
  expect(await stillWrong(terbit.origin, [story.href('en')], answers(404))).toEqual([])

  const slug = story.href('en').split('/').at(-1)
  const data = { title: story.title.en, slug, body: bodyOf('Here now.'), _status: 'published' }
  await api.update('articles', story.id, data, { locale: 'en' })

  expect(await stillWrong(terbit.origin, [story.href('en')], shows('Here now.'))).toEqual([])
})

test('a changed address leads from every earlier one to the newest in one step', async ({
  api,
  story,
  terbit,
}) => {
  const second = `second-${story.id}`
  const third = `third-${story.id}`
  for (const slug of [second, third]) {
    await read(terbit.origin, at(slug))
    await api.update('articles', story.id, { slug, _status: 'published' }, { locale: 'en' })
  }
  expect(await stillWrong(terbit.origin, [at(third)], answers(200))).toEqual([])
  expect(await stillWrong(terbit.origin, [story.href('en'), at(second)], answers(308, at(third)))).toEqual([])
  expect(await stillWrong(terbit.origin, [sitemap, story.href('id')], shows(at(third)))).toEqual([])
  expect(await stillWrong(terbit.origin, [sitemap], hides(`${story.href('en')}<`))).toEqual([])
})

test('a former address with letters outside of ASCII leads to the newest', async ({ api, story, terbit }) => {
  const former = [`café-${story.id}`, `咖啡-${story.id}`]
  const newest = `coffee-${story.id}`
  for (const slug of [...former, newest])
    await api.update('articles', story.id, { slug, _status: 'published' }, { locale: 'en' })
  expect(await stillWrong(terbit.origin, former.map(at), answers(308, at(newest)))).toEqual([])
})

test('an address that is taken back answers with the article again', async ({ api, story, terbit }) => {
  const slug = story.href('en').split('/').at(-1)
  await api.update('articles', story.id, { slug: `away-${story.id}`, _status: 'published' }, { locale: 'en' })
  expect(await stillWrong(terbit.origin, [story.href('en')], answers(308, at(`away-${story.id}`)))).toEqual(
    [],
  )

  await api.update('articles', story.id, { slug, _status: 'published' }, { locale: 'en' })

  expect(await stillWrong(terbit.origin, [story.href('en')], answers(200))).toEqual([])
  expect(await stillWrong(terbit.origin, [at(`away-${story.id}`)], answers(308, story.href('en')))).toEqual(
    [],
  )
})

test('an unpublished article is 404 at every address that it had, and leaves every list', async ({
  api,
  story,
  terbit,
}) => {
  const slug = `moved-${story.id}`
  await api.update('articles', story.id, { slug, _status: 'published' }, { locale: 'en' })
  expect(await stillWrong(terbit.origin, [story.href('en')], answers(308, at(slug)))).toEqual([])

  await api.update('articles', story.id, { _status: 'draft' }, { locale: 'en' })

  expect(await stillWrong(terbit.origin, [story.href('en'), at(slug)], answers(404))).toEqual([])
  const [home = '', list = '', , , feed = ''] = story.listedOn('en')
  expect(await stillWrong(terbit.origin, [home, list, feed], hides(story.title.en))).toEqual([])
  expect(await stillWrong(terbit.origin, [sitemap, story.href('id')], hides(at(slug)))).toEqual([])
})

test('an article unpublished in English stays in Indonesian', async ({ api, story, terbit }) => {
  const pages = [story.href('id'), ...story.listedOn('id')]
  await api.update('articles', story.id, { _status: 'draft' }, { locale: 'en' })

  expect(await stillWrong(terbit.origin, [story.href('en')], answers(404))).toEqual([])
  expect(await stillWrong(terbit.origin, pages, shows(story.title.id))).toEqual([])
})

test('a restored version shows the words of then', async ({ api, story, terbit }) => {
  const [then] = await api.find('articles/versions', {
    locale: 'en',
    query: { 'where[parent][equals]': story.id, sort: '-updatedAt', limit: '1' },
  })
  await api.update('articles', story.id, { title: 'A mistake', _status: 'published' }, { locale: 'en' })
  expect(await stillWrong(terbit.origin, [story.href('en')], shows('A mistake'))).toEqual([])

  await api.send('POST', `/articles/versions/${then?.id}`, { locale: 'en' })

  const pages = [story.href('en'), ...story.listedOn('en')]
  expect(await stillWrong(terbit.origin, pages, shows(story.title.en))).toEqual([])
  expect(await stillWrong(terbit.origin, pages, hides('A mistake'))).toEqual([])
})

test('a deleted article is 404 in both languages', async ({ api, story, terbit }) => {
  const copy = await api.create(
    'articles',
    { title: 'Short-lived', slug: `short-${story.id}`, body: bodyOf('Soon gone.'), _status: 'published' },
    { locale: 'en' },
  )
  const path = at(`short-${story.id}`)
  expect(await stillWrong(terbit.origin, [path], shows('Soon gone.'))).toEqual([])

  await api.remove('articles', copy.id)

  expect(await stillWrong(terbit.origin, [path], answers(404))).toEqual([])
})
