import { hrefFor } from '@/site/hrefs'
import { bodyOf } from '../../support/samples/bodies'
import { expect, test } from '../test'
import { openArticle, word } from './support/panel'

type Languages = Record<'id' | 'en', { state: string; title: string | null }>

async function storyIn(api: Parameters<Parameters<typeof test>[2]>[0]['api']) {
  const name = `story-${Date.now()}`
  const of = (title: string, slug: string) => ({ title, slug, body: bodyOf('Isi.'), _status: 'published' })
  const { id } = await api.create('articles', of('Cerita', name), { locale: 'id' })
  await api.update('articles', id, of('Story', name), { locale: 'en' })
  const languages = () => api.send<Languages>('GET', `/articles/${id}/languages`)
  return { id, name, languages }
}

test('the button publishes the language that is edited and leaves the other', async ({ admin, api }) => {
  const { id, languages } = await storyIn(api)
  await api.update('articles', id, { title: 'Cerita baru' }, { locale: 'id', query: { draft: 'true' } })
  await openArticle(admin, id, 'en')
  await admin.locator('#field-title').fill('A new story')
  await admin.locator('#action-save').click()
  await expect
    .poll(languages)
    .toMatchObject({ en: { state: 'published', title: 'A new story' }, id: { state: 'changed' } })
})

test('a draft can be published after the other language was', async ({ admin, api }) => {
  const { id, languages } = await storyIn(api)
  await api.update('articles', id, { title: 'Cerita baru' }, { locale: 'id', query: { draft: 'true' } })
  await api.update('articles', id, { title: 'A new story', _status: 'published' }, { locale: 'en' })
  await openArticle(admin, id, 'id')
  await admin.locator('#action-save').click()
  await expect.poll(languages).toMatchObject({ id: { state: 'published', title: 'Cerita baru' } })
})

test('an article links to its page in the language that is edited', async ({ admin, api }) => {
  const { id, name } = await storyIn(api)
  await openArticle(admin, id, 'en')
  const link = admin.getByRole('link', { name: word('id', 'admin', 'articles.viewOnSite') })
  await expect(link).toHaveAttribute('href', hrefFor({ page: 'article', locale: 'en', slug: name }))
})

test('a version is restored in the language of its view, and the other stays', async ({ admin, api }) => {
  const { id, languages } = await storyIn(api)
  await api.update('articles', id, { title: 'A worse story', _status: 'published' }, { locale: 'en' })
  await api.update('articles', id, { title: 'Cerita lain', _status: 'published' }, { locale: 'id' })
  const versions = await api.find('articles/versions', {
    locale: 'en',
    query: { 'where[parent][equals]': id, 'where[version.title][equals]': 'Story', limit: '1' },
  })
  await admin.goto(`/admin/collections/articles/${id}/versions/${versions[0]?.id}?locale=en`)
  await admin.locator('.restore-version button').first().click()
  await admin.locator('.confirmation-modal #confirm-action').click()
  await expect.poll(languages).toMatchObject({
    en: { state: 'published', title: 'Story' },
    id: { state: 'published', title: 'Cerita lain' },
  })
})

test('a version is restored as a draft, and what is online stays', async ({ admin, api }) => {
  const { id, languages } = await storyIn(api)
  await api.update('articles', id, { title: 'A worse story', _status: 'published' }, { locale: 'en' })
  const versions = await api.find('articles/versions', {
    locale: 'en',
    query: { 'where[parent][equals]': id, 'where[version.title][equals]': 'Story', limit: '1' },
  })
  await admin.goto(`/admin/collections/articles/${id}/versions/${versions[0]?.id}?locale=en`)
  await admin.locator('.restore-version .popup-button').click()
  await admin.getByRole('button', { name: 'Pulihkan sebagai draf' }).click()
  await admin.locator('.confirmation-modal #confirm-action').click()
  await expect.poll(languages).toMatchObject({ en: { state: 'changed', title: 'Story' } })
  expect((await api.one('articles', id, { locale: 'en' })).title).toBe('A worse story')
})

test('the list tells the state of each language, and an English article by its English title', async ({
  admin,
  api,
}) => {
  const data = { title: `Only in English ${Date.now()}`, body: bodyOf('Text.'), _status: 'published' }
  const { id } = await api.create('articles', data, { locale: 'en' })
  await admin.goto('/admin/collections/articles?locale=id&sort=-createdAt')
  const row = admin.locator(`tr[data-id="${id}"]`)
  await expect(row.getByRole('link', { name: data.title })).toBeVisible()
  await expect(row.locator('.language-mark--published')).toContainText('EN')
  await expect(row.locator('.language-mark--empty')).toContainText('ID')
})

test('a copy begins as a draft in both languages', async ({ admin, api }) => {
  const { id } = await storyIn(api)
  await openArticle(admin, id, 'id')
  await admin.locator('.doc-controls__popup .popup-button').click()
  await admin.locator('#action-duplicate').click()
  await admin.waitForURL((url) => /articles\/[0-9a-f-]{36}/.test(url.pathname) && !url.pathname.includes(id))
  const copy = /articles\/([0-9a-f-]{36})/.exec(admin.url())?.[1]
  expect(await api.send<Languages>('GET', `/articles/${copy}/languages`)).toMatchObject({
    id: { state: 'draft' },
    en: { state: 'draft' },
  })
})
