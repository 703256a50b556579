import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { type Locale, locales } from '@/i18n/locales'
import { test as base, expect } from '../test'
import { catalogueOf } from './catalogues'
import { bareKeys, foreignTexts, strayEnglish } from './other-language'
import { shownTexts } from './shown-texts'
import { type Site, siteOf } from './site'
import { views, viewsOutside } from './views'

type Reviewed = { text: string; where: string; reason: string }

const reviewed = JSON.parse(
  readFileSync(new URL('./reviewed-english.json', import.meta.url), 'utf8'),
) as Reviewed[]

const test = base.extend<object, { site: Omit<Site, 'locale'> }>({
  site: [async ({ api }, use) => use(await siteOf(api)), { scope: 'worker' }],
})

// Some views show how a sign-in or a publication is refused.
test.use({ refusals: [400, 401] })

const other = { id: 'en', en: 'id' } as const satisfies Record<Locale, Locale>

async function speak(page: Page, language: Locale, origin: string): Promise<void> {
  await page.context().addCookies([{ name: 'terbit-lng', value: language, url: origin }])
}

async function complaintsAbout(page: Page, language: Locale) {
  const shown = await shownTexts(page)
  const [own, foreign] = await Promise.all([catalogueOf(language), catalogueOf(other[language])])
  const known = new Set(reviewed.map(({ text }) => text))
  return {
    keys: bareKeys(shown),
    foreign: foreignTexts({ foreign: foreign.values(), own: own.values(), reviewed: known })(shown),
    english: language === 'id' ? strayEnglish(shown, known) : [],
  }
}

const nothing = { keys: [], foreign: [], english: [] }

for (const language of locales) {
  for (const { name, open } of views) {
    test(`${name} is in one language: ${language}`, async ({ admin, site, terbit }) => {
      await speak(admin, language, terbit.origin)
      // Payload shows content in the language that was asked for last.
      await admin.request.post('/api/payload-preferences/locale', {
        data: { value: language },
        headers: { Origin: terbit.origin },
      })
      await open(admin, { ...site, locale: language })
      expect(await complaintsAbout(admin, language)).toEqual(nothing)
    })
  }

  for (const { name, open } of viewsOutside) {
    test(`outside: ${name} is in one language: ${language}`, async ({ page, site, terbit }) => {
      await speak(page, language, terbit.origin)
      await open(page, { ...site, locale: language })
      expect(await complaintsAbout(page, language)).toEqual(nothing)
    })
  }
}
