import { locales } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { projectItem, projectsBody } from '../../support/samples/project-bodies'
import { expect, test } from '../test'
import { openArticle, word } from './support/panel'
import { speak } from './support/spoken-language'

for (const language of locales) {
  const say = (key: string) => word(language, 'admin', `taking.${key}`)

  test(`the projects of an article are shown, then taken, in ${language}`, async ({
    admin,
    api,
    page,
    terbit,
  }) => {
    const stamp = `${language} ${Date.now()}`
    const name = `Lumbung Padi ${stamp}`
    const text = (category: string, summary: string) => ({
      title: `${category} ${stamp}`,
      slug: `daftar-${stamp.replace(' ', '-')}`,
      body: projectsBody(`${category} ${stamp}`, projectItem(name, summary)),
      _status: 'published',
    })
    const { id } = await api.create('articles', text('Gudang', 'Menyimpan padi.'), { locale: 'id' })
    await api.update('articles', id, text('Stores', 'Keeps rice.'), { locale: 'en' })

    await speak(admin, language, terbit.origin)
    await openArticle(admin, id, 'id')
    await admin.locator('.doc-controls__popup .popup-button').click()
    await admin.locator('#action-take-projects').click()
    const drawer = admin.getByRole('dialog')
    await expect(drawer.getByRole('heading', { name: say('title') })).toBeVisible()
    await expect(drawer.getByText('Menyimpan padi.')).toBeVisible()
    await expect(drawer.getByText('Keeps rice.')).toBeVisible()
    await drawer.getByRole('button', { name: say('confirm') }).click()
    await expect(
      drawer.getByText(say('done').replace('{{created}}', '1').replace('{{updated}}', '0')),
    ).toBeVisible()

    for (const locale of locales) {
      await page.goto(hrefFor({ page: 'projects', locale }))
      await expect(page.getByRole('link', { name })).toBeVisible()
    }
  })
}
