import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Heading } from '@/content/views'
import { ArticleView } from '@/ui/article/article-view'
import { sampleArticle } from '../../../support/samples/sample-views'

const render = (changes: Partial<typeof sampleArticle> = {}) =>
  renderToStaticMarkup(<ArticleView article={{ ...sampleArticle, ...changes }} timeZone="Asia/Jakarta" />)

const headings: Heading[] = [
  { id: 'satu', text: 'Satu', depth: 2 },
  { id: 'dalam', text: 'Dalam', depth: 3 },
  { id: 'dua', text: 'Dua', depth: 2 },
]

test('tells who, when and how long in the reader’s language and the site’s time zone', () => {
  const text = render().replace(/<[^>]*>/g, '')
  expect(text).toContain('Sari Dewi dan Budi17 Agustus 2026diperbarui 20 Agustus 20264 menit baca')
})

test('says nothing of an update on the day of publication', () => {
  expect(render({ updatedAt: '2026-08-17T10:00:00.000Z' })).not.toContain('diperbarui')
})

test('prints the body as it is, and titles as text', () => {
  const html = render({ title: 'a <b>', html: '<p id="isi">Isi</p>' })
  expect(html).toContain('<h1>a &lt;b&gt;</h1>')
  expect(html).toContain('<p id="isi">Isi</p>')
})

test('marks a topic that falls back to the other language', () => {
  expect(render()).toContain('<span lang="en">Housing</span>')
})

test('keeps keywords to itself', () => {
  expect(render({ keywords: ['kata-kunci-rahasia'] })).not.toContain('kata-kunci-rahasia')
})

test('has contents from three headings on, third levels below second ones', () => {
  const list = render({ headings }).match(/<nav class="contents".*?<\/nav>/)?.[0]
  expect(list).toContain('<a href="#satu">Satu</a><ol><li><a href="#dalam">Dalam</a></li></ol>')
  expect(render({ headings: headings.slice(0, 2) })).not.toContain('class="contents"')
})

test('has a drawing where it has no picture', () => {
  const hero = { src: '/api/media/file/pagi.webp', alt: 'Pagi', caption: 'Pukul lima.' }
  expect(render()).toContain('<svg class="kawung')
  expect(render({ hero })).not.toContain('<svg class="kawung')
  expect(render({ hero })).toContain('<figcaption>Pukul lima.</figcaption>')
})

const around = {
  older: { title: 'Malam di kota', href: '/id/blog/malam' },
  related: [{ ...sampleArticle, id: 'lain', title: 'Siang di kota', href: '/id/blog/siang' }],
}

const renderAround = () =>
  renderToStaticMarkup(
    <ArticleView
      article={sampleArticle}
      timeZone="Asia/Jakarta"
      around={around}
      address="https://fajar.example/id/blog/pagi?a=1&b=2"
    />,
  )

test('leads on to related articles and to the one that exists of its neighbours', () => {
  const html = renderAround()
  expect(html).toContain('<a href="/id/blog/siang">Siang di kota</a>')
  expect(html).toMatch(/<a class="neighbour-older" href="\/id\/blog\/malam" rel="prev">.*Malam di kota<\/a>/)
  expect(html).not.toContain('neighbour-newer')
})

test('shares by links that carry the title and the whole address, and load nothing', () => {
  const html = renderAround()
  const query = 'Pagi+di+kota+https%3A%2F%2Ffajar.example%2Fid%2Fblog%2Fpagi%3Fa%3D1%26b%3D2'
  expect(html).toContain(`href="https://wa.me/?text=${query}" rel="noopener noreferrer nofollow"`)
  expect(html).toContain('href="mailto:?subject=Pagi%20di%20kota&amp;body=https%3A%2F%2Ffajar.example')
  expect(html).not.toMatch(/<(?:iframe|script)/)
})

test('shares no draft', () => {
  expect(render()).not.toContain('wa.me')
})
