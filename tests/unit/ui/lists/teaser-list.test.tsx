import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TeaserList } from '@/ui/lists/teaser-list'
import { sampleArticle } from '../../../support/samples/sample-views'

const articles = ['a', 'b', 'c'].map((id) => ({ ...sampleArticle, id, title: `Judul ${id}` }))
const render = (lead: boolean) =>
  renderToStaticMarkup(<TeaserList articles={articles} locale="id" timeZone="UTC" lead={lead} />)

test('keeps the order of the articles, the first of them large', () => {
  const html = render(true)
  expect([...html.matchAll(/Judul (\w)/g)].map(([, id]) => id)).toEqual(['a', 'b', 'c'])
  expect(html.match(/teaser-lead/g)).toHaveLength(1)
  expect(render(false)).not.toContain('teaser-lead')
})

test('drawings on one page have ids of their own', () => {
  const ids = [...render(true).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids.length).toBeGreaterThan(0)
  expect(new Set(ids).size).toBe(ids.length)
})
