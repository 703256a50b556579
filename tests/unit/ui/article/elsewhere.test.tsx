import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ArticleElsewhere } from '@/content/views'
import { Elsewhere } from '@/ui/article/elsewhere'
import { NotFoundView } from '@/ui/notices/not-found-view'

const article: ArticleElsewhere = {
  locale: 'en',
  title: 'Islands',
  href: '/en/blog/islands',
  publishedAt: '2026-08-16T18:30:00.000Z',
}
const link = '<a href="/en/blog/islands" lang="en" hrefLang="en" data-locale="en">Islands</a>'

test('offers an article of the other language under its name, its title marked with its language', () => {
  const html = renderToStaticMarkup(<Elsewhere articles={[article]} locale="id" timeZone="Asia/Jakarta" />)
  expect(html).toContain('<h2 id="elsewhere">Hanya dalam bahasa Inggris</h2>')
  expect(html).toContain(link)
  expect(html).toContain('>17 Agu 2026</time>')
})

test('leaves no heading where the other language has nothing more', () => {
  expect(renderToStaticMarkup(<Elsewhere articles={[]} locale="id" timeZone="Asia/Jakarta" />)).toBe('')
})

test('says at the address of a missing translation what is missing, and names the original', () => {
  const html = renderToStaticMarkup(<NotFoundView locale="id" elsewhere={article} />)
  expect(html).toContain('<h1>Belum ada dalam bahasa Indonesia</h1>')
  expect(html).toContain(link)
})

test('speaks of no translation where no language has the page', () => {
  const html = renderToStaticMarkup(<NotFoundView locale="id" />)
  expect(html).toContain('<h1>Tidak ada halaman di sini</h1>')
  expect(html).not.toContain('bahasa Inggris')
})
