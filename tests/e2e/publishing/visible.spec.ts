import { hrefFor } from '@/site/hrefs'
import { bodyOf } from '../../support/samples/bodies'
import { hides, read, shows, stillWrong } from './reads'
import { expect, test } from './test'

const sitemap = '/en/sitemap/1.xml'

test('a published edit shows within 2 s on the page, the list, home, the tag, the author and the feed', async ({
  api,
  story,
  terbit,
}) => {
  const pages = [story.href('en'), ...story.listedOn('en')]
  expect(await stillWrong(terbit.origin, pages, shows(story.title.en))).toEqual([])

  await api.update(
    'articles',
    story.id,
    { title: 'Rewritten at noon', _status: 'published' },
    { locale: 'en' },
  )

  expect(await stillWrong(terbit.origin, pages, shows('Rewritten at noon'))).toEqual([])
  expect(await stillWrong(terbit.origin, pages, hides(story.title.en))).toEqual([])
})

test('an edit published in English leaves every page in Indonesian as it was', async ({
  api,
  story,
  terbit,
}) => {
  const pages = [story.href('id'), ...story.listedOn('id')]
  await api.update(
    'articles',
    story.id,
    { title: 'Belum untuk pembaca', body: bodyOf('Belum untuk pembaca.') },
    { locale: 'id', query: { draft: 'true' } },
  )
  const before = await Promise.all(pages.map((path) => read(terbit.origin, path)))

  await api.update('articles', story.id, { title: 'Only in English', _status: 'published' }, { locale: 'en' })

  expect(await stillWrong(terbit.origin, [story.href('en')], shows('Only in English'))).toEqual([])
  const after = await Promise.all(pages.map((path) => read(terbit.origin, path)))
  expect(after.map(({ text }) => text.includes(story.title.id))).toEqual(pages.map(() => true))
  expect(after.map(({ text }) => text.includes('Belum untuk pembaca'))).toEqual(pages.map(() => false))
  expect(after.map(({ status }) => status)).toEqual(before.map(({ status }) => status))
})

test('a draft that is saved shows nowhere', async ({ api, story, terbit }) => {
  const pages = [story.href('en'), ...story.listedOn('en'), sitemap]
  const draft = { title: 'Not for readers yet', slug: `draft-${story.id}` }
  await api.update('articles', story.id, draft, { locale: 'en', query: { draft: 'true' } })
  await api.update('articles', story.id, { title: 'A later edit', _status: 'published' }, { locale: 'id' })

  expect(await stillWrong(terbit.origin, [story.href('id')], shows('A later edit'))).toEqual([])
  const answers = await Promise.all(pages.map((path) => read(terbit.origin, path)))
  expect(answers.map(({ status }) => status)).toEqual(pages.map(() => 200))
  expect(
    answers.filter(({ text }) => text.includes('Not for readers yet') || text.includes(draft.slug)),
  ).toEqual([])
})

test('pages are kept between publications', async ({ story, terbit }) => {
  await read(terbit.origin, story.href('en'))
  await expect
    .poll(async () => (await fetch(`${terbit.origin}${story.href('en')}`)).headers.get('x-nextjs-cache'))
    .toBe('HIT')
})

test('an article published in its second language appears there, in the sitemap, and in the switch of the first', async ({
  api,
  indonesianStory: story,
  terbit,
}) => {
  expect(await stillWrong(terbit.origin, [story.href('id')], hides(story.href('en')))).toEqual([])
  expect(await stillWrong(terbit.origin, [sitemap], hides(story.href('en')))).toEqual([])
  const data = {
    title: story.title.en,
    slug: story.href('en').split('/').at(-1),
    body: bodyOf('At last.'),
    _status: 'published',
  }

  await api.update('articles', story.id, data, { locale: 'en' })

  const pages = [story.href('en'), ...story.listedOn('en')]
  expect(await stillWrong(terbit.origin, pages, shows(story.title.en))).toEqual([])
  expect(await stillWrong(terbit.origin, [story.href('id'), sitemap], shows(story.href('en')))).toEqual([])
})

test('the search finds what was published within 2 s, and no longer what was unpublished', async ({
  api,
  story,
  terbit,
}) => {
  const word = `purnama${story.id.slice(0, 8)}`
  const search = [hrefFor({ page: 'search', locale: 'id', asked: { question: word } })]
  expect(await stillWrong(terbit.origin, search, hides(story.href('id')))).toEqual([])

  await api.update(
    'articles',
    story.id,
    { body: bodyOf(`Malam ${word}.`), _status: 'published' },
    { locale: 'id' },
  )
  expect(await stillWrong(terbit.origin, search, shows(story.href('id')))).toEqual([])

  await api.update('articles', story.id, { _status: 'draft' }, { locale: 'id' })
  expect(await stillWrong(terbit.origin, search, hides(story.href('id')))).toEqual([])
})

test('an article in Markdown follows its page', async ({ api, story, terbit }) => {
  const markdown = [
    hrefFor({ page: 'markdown', locale: 'en', slug: story.href('en').split('/').at(-1) ?? '' }),
  ]
  expect(await stillWrong(terbit.origin, markdown, shows(story.title.en))).toEqual([])

  await api.update(
    'articles',
    story.id,
    { title: 'Told to machines', _status: 'published' },
    { locale: 'en' },
  )

  expect(await stillWrong(terbit.origin, markdown, shows('# Told to machines'))).toEqual([])
})

test('a change to an author shows wherever they are named', async ({ api, story, terbit }) => {
  const pages = [story.href('id'), story.href('en'), ...story.listedOn('id'), ...story.listedOn('en')]
  expect(await stillWrong(terbit.origin, pages, hides('Nama Baru Sekali'))).toEqual([])

  await api.update('authors', story.author, { name: 'Nama Baru Sekali' }, { locale: 'id' })

  expect(await stillWrong(terbit.origin, pages, shows('Nama Baru Sekali'))).toEqual([])
})

test('a change to a tag in one language shows there and not in the other', async ({ api, story, terbit }) => {
  const shown = [
    story.href('en'),
    hrefFor({ page: 'tags', locale: 'en' }),
    hrefFor({ page: 'rss', locale: 'en' }),
  ]
  expect(await stillWrong(terbit.origin, shown, hides('Entirely renamed'))).toEqual([])

  await api.update('tags', story.tag, { name: 'Entirely renamed' }, { locale: 'en' })

  expect(await stillWrong(terbit.origin, shown, shows('Entirely renamed'))).toEqual([])
  expect(await stillWrong(terbit.origin, [story.href('id')], hides('Entirely renamed'))).toEqual([])
})

test('a change to the site shows on every page', async ({ api, story, terbit }) => {
  const pages = [story.href('en'), ...story.listedOn('en')]
  const { name } = await api.send<{ name: string }>('GET', '/globals/site', { locale: 'en' })
  try {
    await api.updateGlobal('site', { name: 'Senja' }, { locale: 'en' })
    expect(await stillWrong(terbit.origin, pages, shows('Senja'))).toEqual([])
  } finally {
    await api.updateGlobal('site', { name }, { locale: 'en' })
  }
  expect(await stillWrong(terbit.origin, pages, hides('Senja'))).toEqual([])
})

test('an article that is published, and one that is deleted, show within 2 s on the page of their neighbour', async ({
  api,
  story,
  terbit,
}) => {
  const neighbour = [story.href('en')]
  const title = 'The very last word'
  expect(await stillWrong(terbit.origin, neighbour, hides(title))).toEqual([])

  const later = { title, slug: `last-${story.id}`, body: bodyOf('Words.'), _status: 'published' }
  const { id } = await api.create('articles', later, { locale: 'en' })
  expect(await stillWrong(terbit.origin, neighbour, shows(title))).toEqual([])

  await api.remove('articles', id)
  expect(await stillWrong(terbit.origin, neighbour, hides(title))).toEqual([])
})
