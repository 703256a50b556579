import type { Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import { Api } from '../../support/product/api'
import { password, people } from '../../support/product/staff'
import { expect, test } from '../test'
import { word } from './support/panel'

// The panel asks for the code after the server has refused the password alone.
test.use({ refusals: [401] })

const said = (path: string) => word('en', 'admin', path)

async function fillPassword(page: Page, email: string): Promise<void> {
  await page.goto('/admin/login')
  await page.locator('#field-email').fill(email)
  await page.locator('#field-password').fill(password)
  await page.locator('form button[type=submit]').click()
}

const typedKey = async (page: Page) =>
  ((await page.locator('.second-factor__secret code').textContent()) ?? '').replaceAll(' ', '')

const codeOf = (secret: string, later = 0) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + later * 30_000 })

test('a user sets up a second step in the account, sees sessions, and signs in with a code', async ({
  browser,
  terbit,
  watched,
}) => {
  test.slow()
  const admin = await new Api(terbit.origin).signIn(people.admin, password)
  const email = 'dua-langkah@terbit.example'
  await admin.create('users', { email, password, name: 'Dua Langkah', role: 'editor' })
  const context = await browser.newContext({ baseURL: terbit.origin, locale: 'en-US' })
  await context.addCookies([{ name: 'terbit-lng', value: 'en', url: terbit.origin }])
  await watched(context)
  const page = await context.newPage()

  await fillPassword(page, email)
  await expect(page.locator('.dashboard')).toBeVisible()
  await page.goto('/admin/account')
  await expect(page.getByText(said('sessions.current'))).toBeVisible()
  await page.getByRole('button', { name: said('secondFactor.setUp') }).click()
  await expect(page.getByRole('img', { name: said('secondFactor.picture') })).toBeVisible()
  const secret = await typedKey(page)
  await page.getByLabel(said('secondFactor.code')).fill(codeOf(secret))
  await page.getByRole('button', { name: said('secondFactor.confirm') }).click()
  await expect(page.locator('.second-factor__codes li')).toHaveCount(10)

  await context.clearCookies({ name: 'terbit-token' })
  await fillPassword(page, email)
  await expect(page.getByText(said('secondFactor.enterCode'))).toBeVisible()
  await page.locator('#field-code').fill(codeOf(secret))
  await page.locator('form button[type=submit]').click()
  await expect(page.getByText(said('errors.wrongCode'))).toBeVisible()
  await page.locator('#field-code').fill(codeOf(secret, 1))
  await page.locator('form button[type=submit]').click()
  await expect(page.locator('.dashboard')).toBeVisible()
  await context.close()
})

test('whoever needs a second step sets it up while signing in', async ({ browser, terbit, watched }) => {
  test.slow()
  const admin = await new Api(terbit.origin).signIn(people.admin, password)
  const email = 'wajib@terbit.example'
  await admin.create('users', { email, password, name: 'Wajib', role: 'translator', locales: ['id'] })
  const demand = (roles: string[]) =>
    admin.send('POST', '/globals/site', { locale: 'id' }, { secondFactorRoles: roles })
  await demand(['translator'])
  try {
    const context = await browser.newContext({ baseURL: terbit.origin, locale: 'en-US' })
    await context.addCookies([{ name: 'terbit-lng', value: 'en', url: terbit.origin }])
    await watched(context)
    const page = await context.newPage()
    await fillPassword(page, email)
    await expect(page.getByText(said('secondFactor.mustSetUp'))).toBeVisible()
    await page.locator('#field-code').fill(codeOf(await typedKey(page)))
    await page.locator('form button[type=submit]').click()
    await expect(page.locator('.second-factor__codes li')).toHaveCount(10)
    await page.locator('.second-factor__codes button').click()
    await expect(page.locator('.dashboard')).toBeVisible()
    await context.close()
  } finally {
    await demand([])
  }
})
