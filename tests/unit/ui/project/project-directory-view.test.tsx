import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { CategoryView } from '@/content/views'
import { ProjectDirectoryView } from '@/ui/project/project-directory-view'

const project = {
  id: 'p1',
  name: 'Angkot',
  slug: 'angkot',
  href: '/id/projects/angkot',
  aliases: ['Angkutan kota'],
}
const category = (slug: string, children: CategoryView[], projects = [project]): CategoryView => ({
  id: slug,
  slug,
  name: { text: slug, lang: 'en' },
  projects,
  children,
})

const render = (categories: CategoryView[]) =>
  renderToStaticMarkup(<ProjectDirectoryView locale="id" categories={categories} />)

test('a project in two categories is listed in both and counted once', () => {
  const html = render([category('transport', [category('maps', [])], []), category('data', [])])
  expect(html.match(/>Angkot</g)).toHaveLength(2)
  expect(html).toContain('<p class="page-count">1</p>')
})

test('each category can be linked to, and is marked with its language', () => {
  expect(render([category('transport', [])])).toContain('<h2 id="transport" lang="en">transport</h2>')
})

test('a directory without projects says so', () => {
  expect(render([category('transport', [], [])])).toContain('Direktori ini masih kosong.')
})
