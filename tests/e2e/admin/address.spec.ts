import { bodyOf } from '../../support/samples/bodies'
import { expect, test } from '../test'
import { begun, newArticle, openArticle, word } from './support/panel'

const field = '#field-slug'

test('the address of a new article is proposed from its title', async ({ admin }) => {
  await newArticle(admin, 'id')
  await admin.locator('#field-title').fill('Kopi & Perangkat Lunak')
  await expect(admin.locator(field)).toHaveAttribute('placeholder', 'kopi-perangkat-lunak')
  await begun(admin)
})

test('an address that an editor has typed stays when the title changes', async ({ admin, api }) => {
  await newArticle(admin, 'id')
  await admin.locator('#field-title').fill('Kopi tubruk')
  const id = await begun(admin)
  await admin.locator(field).fill('alamat-pilihan')
  await admin.locator('#field-title').fill('Kopi saring')
  await expect
    .poll(async () => {
      const { slug, title } = await api.one('articles', id, { locale: 'id', query: { draft: 'true' } })
      return { slug, title }
    })
    .toEqual({ slug: 'alamat-pilihan', title: 'Kopi saring' })
})

test('a published address is changed after a confirmation that names the old one', async ({ admin, api }) => {
  const slug = `alamat-lama-${Date.now()}`
  const data = { title: 'Alamat', slug, body: bodyOf('Isi.'), _status: 'published' }
  const { id } = await api.create('articles', data, { locale: 'id' })
  await openArticle(admin, id, 'id')
  await expect(admin.locator(field)).not.toBeEditable()
  const change = word('id', 'admin', 'slug.change')
  await admin.locator('.slug-field').getByRole('button', { name: change }).click()
  const dialog = admin.getByRole('dialog')
  await expect(dialog.getByText(slug)).toBeVisible()
  await dialog.getByRole('button', { name: change }).click()
  await expect(admin.locator(field)).toBeEditable()
})

test.describe('where an address is taken', () => {
  test.use({ refusals: [409] })

  test('an address that another article has is refused at its field, in words', async ({ admin, api }) => {
    const slug = `sudah-dipakai-${Date.now()}`
    const body = bodyOf('Isi.')
    await api.create(
      'articles',
      { title: 'Yang pertama', slug, body, _status: 'published' },
      { locale: 'id' },
    )
    const { id } = await api.create(
      'articles',
      { title: 'Yang kedua', slug, body },
      { locale: 'id', query: { draft: 'true' } },
    )
    await openArticle(admin, id, 'id')
    await admin.locator('#action-save').click()
    await expect(admin.locator('.slug-field')).toContainText('Yang pertama')
  })
})
