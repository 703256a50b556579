import { expect, test } from 'vitest'
import { inlineSentence } from '@/content/projects/inline-markdown'

test.each([
  ['Plain words, 5% of them.', 'Plain words, 5% of them.', 'Plain words, 5% of them.'],
  ['Shows _HIM_ and `npm`.', 'Shows HIM and npm.', 'Shows <em>HIM</em> and <code>npm</code>.'],
  ['From [us](https://a.example).', 'From us.', 'From <a href="https://a.example" rel="noopener">us</a>.'],
  ['[x](javascript:alert(1))', 'x', 'x'],
  ['1. Not a list', '1. Not a list', '1. Not a list'],
  ['A <script>alert(1)</script>', undefined, expect.not.stringContaining('<script')],
  ['2 < 3 & {x', '2 < 3 & {x', '2 &#x3C; 3 &#x26; {x'],
])('%s is a sentence as text and as HTML', (markdown, text, html) => {
  const sentence = inlineSentence(markdown, 'en')
  expect(sentence).toMatchObject({ lang: 'en', html, ...(text === undefined ? {} : { text }) })
})
