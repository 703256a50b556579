import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ProjectDetails } from '@/content/views'
import { ProjectView } from '@/ui/project/project-view'
import { sampleArticle } from '../../../support/samples/sample-views'

const sentence = (text: string) => ({ text, html: text, lang: 'id' as const })

const project: ProjectDetails = {
  id: 'p1',
  name: 'Lumbung',
  slug: 'lumbung',
  href: '/id/projects/lumbung',
  aliases: ['Gudang'],
  summary: sentence('Menyimpan kata.'),
  links: [],
  places: [
    { name: { text: 'Alat', lang: 'id' }, href: '#alat', summary: sentence('Menyimpan kata.') },
    {
      name: { text: 'Small', lang: 'en' },
      above: { text: 'Aplikasi', lang: 'id' },
      href: '#small',
      summary: sentence('Kecil sekali.'),
    },
  ],
  mentions: [
    {
      article: sampleArticle,
      href: '/id/blog/pagi#mention:lumbung',
      sentence: ['Di ', 'Lumbung', ' ada kata.'],
    },
    {
      article: { ...sampleArticle, id: 'a2', publishedAt: '2025-12-31T18:00:00.000Z' },
      href: '/id/blog/malam',
    },
  ],
  seo: { hidden: false },
  related: [],
  translations: {},
}

const html = renderToStaticMarkup(<ProjectView locale="id" timeZone="Asia/Jakarta" project={project} />)

test('marks the name in the sentence that mentions it, and leads to its place', () => {
  expect(html).toContain('<p>Di <mark>Lumbung</mark> ada kata.</p>')
  expect(html).toContain('<a href="/id/blog/pagi#mention:lumbung">')
})

test("puts an article into the year that it is in the site's time zone", () => {
  expect(html.match(/<h3 id="year-\d+">\d+<\/h3>/g)).toEqual(['<h3 id="year-2026">2026</h3>'])
})

test('says what a category says of the project where that is not said above', () => {
  expect(html.match(/Menyimpan kata\./g)).toHaveLength(1)
  expect(html).toContain('Aplikasi › <span lang="en">Small</span>')
  expect(html).toContain('Kecil sekali.')
})
