import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Locale } from '@/i18n/locales'
import { catalogueOf } from './catalogues'
import { bareKeys, foreignTexts, strayEnglish } from './other-language'
import { shownTexts } from './shown-texts'

type Reviewed = { text: string; where: string; reason: string }

const reviewed = JSON.parse(
  readFileSync(new URL('../reviewed-english.json', import.meta.url), 'utf8'),
) as Reviewed[]

const other = { id: 'en', en: 'id' } as const satisfies Record<Locale, Locale>

/** Sets the language of the panel, as the choice in the account does. */
export async function speak(page: Page, language: Locale, origin: string): Promise<void> {
  await page.context().addCookies([{ name: 'terbit-lng', value: language, url: origin }])
}

/** Returns the texts on the page that are not in the panel's language. */
export async function complaintsAbout(page: Page, language: Locale) {
  const shown = await shownTexts(page)
  const [own, foreign] = await Promise.all([catalogueOf(language), catalogueOf(other[language])])
  const known = new Set(reviewed.map(({ text }) => text))
  return {
    keys: bareKeys(shown),
    foreign: foreignTexts({ foreign: foreign.values(), own: own.values(), reviewed: known })(shown),
    english: language === 'id' ? strayEnglish(shown, known) : [],
  }
}

export const nothing = { keys: [], foreign: [], english: [] }
