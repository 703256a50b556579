import { expect, test } from '../test'
import { begun, bodyEditor, newArticle, openArticle, saved, word } from './support/panel'

const everything = { locale: 'id', query: { draft: 'true', limit: '0' } } as const

test('opening a new article, and choosing from lists in it, makes no row', async ({ admin, api }) => {
  const before = await api.find('articles', everything)
  await newArticle(admin, 'id')
  await admin.locator('#field-unlisted').check()
  await admin.reload()
  expect(await api.find('articles', everything)).toHaveLength(before.length)
})

test('the first words make one row, and typing goes on in the same place', async ({ admin, api }) => {
  const before = await api.find('articles', everything)
  await newArticle(admin, 'id')
  await admin.locator('#field-title').pressSequentially('Pasar pagi', { delay: 30 })
  const id = await begun(admin)
  await admin.keyboard.type(' di tepi sungai')
  await saved(admin)

  await expect(admin.locator('#field-title')).toHaveValue('Pasar pagi di tepi sungai')
  await expect(admin.locator('#field-title')).toBeFocused()
  await expect
    .poll(async () => (await api.one('articles', id, { locale: 'id', query: { draft: 'true' } })).title)
    .toBe('Pasar pagi di tepi sungai')
  expect(await api.find('articles', everything)).toHaveLength(before.length + 1)
})

test('a text that is typed while it is saved keeps every letter and the cursor', async ({ admin, api }) => {
  await newArticle(admin, 'en')
  const words = 'Boats come in before the sun, loaded with coconuts and ice.'
  await bodyEditor(admin).click()
  await admin.keyboard.type(words, { delay: 60 })
  const id = await begun(admin)
  await admin.keyboard.press('Enter')
  await admin.keyboard.type(words, { delay: 60 })

  await expect(bodyEditor(admin).locator('p')).toHaveText([words, words])
  await expect
    .poll(
      async () =>
        JSON.stringify(
          (await api.one('articles', id, { locale: 'en', query: { draft: 'true' } })).body,
        ).split(words).length - 1,
    )
    .toBe(2)
})

test('preview shows what was typed last, in the language that is edited', async ({ admin }) => {
  await newArticle(admin, 'en')
  await admin.locator('#field-title').fill('A morning market')
  const id = await begun(admin)
  await bodyEditor(admin).click()
  const opened = admin.context().waitForEvent('page')
  await admin.keyboard.type('Typed a moment ago.')
  await admin.getByRole('button', { name: word('id', 'admin', 'articles.preview') }).click()

  const preview = await opened
  await preview.waitForURL(`**/en/preview/${id}`)
  await expect(preview.getByText('Typed a moment ago.')).toBeVisible()
})

test('the other language of an article is one click away', async ({ admin, api }) => {
  const draft = { draft: 'true' }
  const { id } = await api.create('articles', { title: 'Jalan pagi' }, { locale: 'id', query: draft })
  await api.update('articles', id, { title: 'A morning walk' }, { locale: 'en', query: draft })
  await openArticle(admin, id, 'id')
  await admin
    .locator('.document-languages')
    .getByRole('link', { name: word('id', 'admin', 'locales.en') })
    .click()
  // Forms of blocks in the text also have fields with this name.
  await expect(admin.locator('#field-title').first()).toHaveValue('A morning walk')
})

test('a text that is still to be translated is headed by its title in the other language', async ({
  admin,
  api,
}) => {
  const { id } = await api.create(
    'articles',
    { title: 'Perahu pulang' },
    { locale: 'id', query: { draft: 'true' } },
  )
  await openArticle(admin, id, 'en')
  const heading = admin.locator('.doc-header__title')
  await expect(heading).toHaveText('Perahu pulang')
  await admin.locator('#field-title').fill('Boats come home')
  await saved(admin)
  await expect(heading).toHaveText('Boats come home')
})
