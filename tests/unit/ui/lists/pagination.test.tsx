import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { nearbyPages, Pagination } from '@/ui/lists/pagination'

const render = (page: number, pages: number) =>
  renderToStaticMarkup(
    <Pagination locale="en" list={{ page, pages }} hrefForPage={(number) => `/en/blog/page/${number}`} />,
  )

test('a list of one page has none', () => {
  expect(render(1, 1)).toBe('')
})

test('the first page leads on but not back, the last back but not on', () => {
  expect([render(1, 3), render(3, 3)].map((html) => html.match(/rel="\w+"/g))).toEqual([
    ['rel="next"'],
    ['rel="prev"'],
  ])
})

test('many pages are shown by the first, the last and those nearby', () => {
  expect(nearbyPages(6, 12)).toEqual([1, 4, 5, 6, 7, 8, 12])
})
