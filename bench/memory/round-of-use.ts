import { type Locale, locales } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { everyArticle, nowhere, pageTypes, sample } from '../../tests/e2e/readers/support/magazine'
import { Api } from '../../tests/support/product/api'
import type { Installation, Running } from '../../tests/support/product/product'
import { hireStaff, password, people } from '../../tests/support/product/staff'

/**
 * Uses everything of a product with the demonstration magazine once, as readers, their machines and an editor do: every
 * type of page and every article in both languages, with their pictures, feeds, cards (new, and then kept), searches, a
 * sign-in, and the admin panel's dashboard, list and form.
 * @returns how many requests that were.
 */
export async function roundOfUse(installation: Installation, running: Running): Promise<number> {
  const { origin } = installation
  await hireStaff(installation, running)
  const session = await signedIn(origin)
  let requests = 0
  const read = async (path: string, headers: Record<string, string> = {}, status = 200): Promise<string> => {
    requests++
    const answer = await fetch(new URL(path, origin), { headers: { ...asBrowser, ...headers } })
    const text = await answer.text()
    if (answer.status !== status) throw new Error(`Expected ${status} of ${path}, got ${answer.status}.`)
    return text
  }

  const pages = locales.flatMap((locale) => [
    ...Object.values(pageTypes(locale)),
    ...everyArticle(locale),
    ...questions.map((question) => hrefFor({ page: 'search', locale, asked: { question } })),
  ])
  const pictures = new Set<string>()
  const cards = new Set<string>([
    '/api/og',
    ...locales.map((locale) => `/api/og?locale=${locale}&title=Memori`),
  ])
  for (const path of pages) {
    const html = await read(path)
    for (const [, address = ''] of html.matchAll(/<img[^>]+src="(\/[^"]+)"/g))
      pictures.add(unescaped(address))
    const [, card] = /property="og:image" content="([^"]+)"/.exec(html) ?? []
    if (card) cards.add(unescaped(card))
  }
  for (const locale of locales) await read(nowhere(locale), {}, 404)
  for (const path of [...machinesOnly, ...locales.flatMap(feedsIn), ...pictures]) await read(path)
  for (const path of [...cards, ...cards]) await read(path)

  const [article] = await new Api(origin).find('articles', { locale: 'id' })
  for (const path of ['', '/collections/articles', `/collections/articles/${article?.id}`])
    await read(`/admin${path}`, { cookie: session })
  return requests
}

const asBrowser = { 'accept-encoding': 'gzip, deflate, br' }

/** What is found, what is misspelt, what is nowhere. */
const questions = ['bahasa', 'penerjemhan', 'zzzzzz'] as const

const machinesOnly = ['/robots.txt', '/sitemap.xml', '/llms.txt', '/health/live', '/health/ready']

const feedsIn = (locale: Locale): string[] => [
  ...(['rss', 'atom', 'jsonFeed'] as const).map((page) => hrefFor({ page, locale })),
  `/${locale}/sitemap/1.xml`,
  `/${locale}/manifest.webmanifest`,
  `${hrefFor({ page: 'article', locale, slug: sample.bilingual.texts[locale]?.slug ?? '' })}.md`,
]

const unescaped = (attribute: string) => attribute.replaceAll('&amp;', '&')

/** Signs in as the form of the admin panel does, and returns the cookie. */
async function signedIn(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: people.admin, password }),
  })
  const [cookie] = answer.headers.getSetCookie()
  if (!answer.ok || !cookie) throw new Error(`Expected a sign-in with a cookie, got ${answer.status}.`)
  return cookie.split(';')[0] ?? ''
}
