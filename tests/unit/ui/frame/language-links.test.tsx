import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MissingTranslations } from '@/ui/article/missing-translations'
import { LanguageLinks } from '@/ui/frame/language-links'

const both = { id: '/id/blog/pagi', en: '/en/blog/morning' }
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)

test('keeps the page in the other language', () => {
  expect(
    hrefs(renderToStaticMarkup(<LanguageLinks locale="id" path={both.id} translations={both} />)),
  ).toEqual(['/id/blog/pagi', '/en/blog/morning'])
})

test('leads to the other language’s articles where there is no translation, and says so', () => {
  const html = renderToStaticMarkup(
    <LanguageLinks locale="id" path={both.id} translations={{ id: both.id }} />,
  )
  expect(hrefs(html)).toEqual(['/id/blog/pagi', '/en/blog'])
  expect(html).toContain('Belum ada dalam bahasa Inggris')
})

test('marks the language that is read now, and no other', () => {
  const html = renderToStaticMarkup(<LanguageLinks locale="en" path={both.en} translations={both} />)
  expect(html.match(/<a [^>]*aria-current="true"[^>]*>/g)).toEqual([
    expect.stringContaining('/en/blog/morning'),
  ])
})

test('tells the original from its translation', () => {
  const html = renderToStaticMarkup(
    <LanguageLinks locale="en" path={both.en} translations={both} sourceLocale="id" />,
  )
  expect([...html.matchAll(/languages-state">([^<]*)/g)].map(([, state]) => state)).toEqual([
    'original',
    'translation',
  ])
})

test('a page in every language is followed by no notice', () => {
  expect(renderToStaticMarkup(<MissingTranslations locale="id" translations={both} />)).toBe('')
})

test('a page in one language is followed by a notice and a way on', () => {
  const html = renderToStaticMarkup(<MissingTranslations locale="en" translations={{ en: both.en }} />)
  expect(html).toContain('Not in Indonesian yet')
  expect(hrefs(html)).toEqual(['/id/blog'])
})
