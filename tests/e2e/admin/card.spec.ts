import type { Page } from '@playwright/test'
import { type Locale, locales } from '@/i18n/locales'
import { expect, test } from '../test'
import { bodyEditor, newArticle, word } from './support/panel'
import { speak } from './support/spoken-language'

const platforms = ['X', 'Facebook', 'LinkedIn', 'WhatsApp', 'Telegram', 'Slack', 'Discord']

const openTab = (page: Page, language: Locale, tab: string) =>
  page.getByRole('button', { name: word(language, 'admin', tab), exact: true }).click()

/** The card in the language `locale`, when the panel is in `language`. */
const cardIn = (page: Page, language: Locale, locale: Locale) =>
  page.getByRole('region', {
    name: word(language, 'admin', 'card.ofLanguage').replace(
      '{{language}}',
      word(language, 'admin', `locales.${locale}`),
    ),
  })

const pictureOf = (card: ReturnType<typeof cardIn>) => card.locator('.card-preview__card')

for (const language of locales) {
  test(`a card follows unsaved words, is cropped for each platform, and warns: panel in ${language}`, async ({
    admin,
    api,
    terbit,
  }) => {
    await speak(admin, language, terbit.origin)
    const [article] = await api.find('articles', {
      locale: 'id',
      query: { limit: '1', sort: 'createdAt', 'where[_status][equals]': 'published' },
    })
    const id = article?.id ?? ''
    const words = `Not saved \u{e000} in ${language}`
    // Autosave is held back, so that the card shows words that are not saved yet.
    let seen = () => {}
    const untilSeen = new Promise<void>((resolve) => (seen = resolve))
    await admin.route(/\/api\/articles\/.*autosave=true/, async (route) => {
      await untilSeen
      await route.continue()
    })
    // Payload reopens the tab that was opened last.
    await admin.goto(`/admin/collections/articles/${id}?locale=en`)
    await openTab(admin, language, 'articles.content')
    await expect(bodyEditor(admin)).toBeVisible()
    await admin.locator('#field-title').first().fill(words)
    await openTab(admin, language, 'card.tab')

    const [indonesian, english] = [cardIn(admin, language, 'id'), cardIn(admin, language, 'en')]
    await expect(pictureOf(english)).toHaveAttribute('alt', words)
    await expect(pictureOf(indonesian)).toHaveAttribute('alt', String(article?.title))
    await expect(pictureOf(english)).toHaveJSProperty('naturalWidth', 1200)
    await expect(english.getByRole('figure')).toHaveText(platforms.map((name) => new RegExp(`^${name}`)))
    await expect(english.getByRole('status')).toHaveText(
      word(language, 'admin', 'card.missing').replace('{{characters}}', '\u{e000}'),
    )
    await expect(indonesian.getByText(word(language, 'admin', 'card.fine'))).toBeVisible()

    const before = await pictureOf(english).getAttribute('src')
    await admin.locator('#field-cardLayout .rs__control').click()
    await admin.getByRole('option', { name: word(language, 'admin', 'card.layouts.title') }).click()
    await expect(pictureOf(english)).not.toHaveAttribute('src', before ?? '')
    const saved = await api.one('articles', id, { locale: 'en', query: { draft: 'true' } })
    expect(saved.title).not.toBe(words)
    seen()
  })
}

test('a new article has a card of its first words, and none in the other language', async ({ admin }) => {
  await newArticle(admin, 'id')
  await admin.locator('#field-title').fill('Pasar pagi')
  await openTab(admin, 'id', 'card.tab')
  await expect(pictureOf(cardIn(admin, 'id', 'id'))).toHaveAttribute('alt', 'Pasar pagi')
  await expect(cardIn(admin, 'id', 'en')).toContainText(word('id', 'admin', 'card.nothing'))
})

test('a chosen layout goes out with the publication, and changes the picture and its address', async ({
  api,
  request,
}) => {
  const [project] = await api.find('projects', {
    locale: 'id',
    query: { limit: '1', 'where[_status][equals]': 'published' },
  })
  const id = project?.id ?? ''
  const address = async () => {
    const page = await (await request.get(`/id/projects/${project?.slug}`)).text()
    return /property="og:image" content="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  }
  const picture = async () => {
    const answer = await request.get(await address())
    expect(answer.headers()['cache-control']).toBe('public, max-age=31536000, immutable')
    return answer.headers().etag
  }
  const before = { address: await address(), picture: await picture() }
  await api.update('projects', id, { cardLayout: 'emblem', _status: 'published' }, { locale: 'id' })
  await expect.poll(address).not.toBe(before.address)
  expect(await picture()).not.toBe(before.picture)
})

test('a visitor sees no card of unsaved words', async ({ request }) => {
  const answer = await request.post('/api/og/preview', {
    data: { kind: 'article', locale: 'id', own: { title: 'Bukan dari kami' } },
  })
  expect([answer.status(), answer.headers()['cache-control']]).toEqual([401, 'no-store'])
})
