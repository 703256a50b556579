import { expect, test } from 'vitest'
import { absoluteHtml } from '@/feeds/absolute-html'

const origin = 'https://terbit.example'

test.each([
  ['<a href="/id">a</a>', '<a href="https://terbit.example/id">a</a>'],
  ['<img src="/a.png" alt="">', '<img src="https://terbit.example/a.png" alt="">'],
  [
    '<img srcset="/a.png 1x, https://b.example/b.png 2x">',
    '<img srcset="https://terbit.example/a.png 1x, https://b.example/b.png 2x">',
  ],
  ['<img alt="a > b" src="/a.png">', '<img alt="a > b" src="https://terbit.example/a.png">'],
])('%s gets whole addresses in a feed', (html, expected) => {
  expect(absoluteHtml(html, origin)).toBe(expected)
})

test.each([
  '<a href="https://elsewhere.example/a">a</a>',
  '<a href="//elsewhere.example/a">a</a>',
  '<a href="#fn-1">1</a>',
  '<p>Tulis href="/id" dalam teks.</p>',
])('%s stays as it is in a feed', (html) => {
  expect(absoluteHtml(html, origin)).toBe(html)
})
