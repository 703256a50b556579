import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Heading } from '@/content/views'
import { ArticleView } from '@/ui/article-view'
import { sampleArticle } from '../../support/sample-views'

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
