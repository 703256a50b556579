import { expect, test } from 'vitest'
import { bodyHeadings, headingsOf } from '@/richtext/headings'
import { block, body, heading, text } from './bodies'

test('gives headings the ids that Docusaurus gives them', () => {
  const nodes = body(
    heading('h2', 'Getting started'),
    heading('h2', 'Getting started'),
    heading('h3', 'Apa itu AI?'),
  )
  expect(headingsOf(nodes).map(({ id }) => id)).toEqual([
    'getting-started',
    'getting-started-1',
    'apa-itu-ai',
  ])
})

test('takes the id that an author wrote behind a heading and leaves it out of the words', () => {
  expect(headingsOf(body(heading('h2', text('Long ', 1), 'name {#short}')))).toEqual([
    { id: 'short', text: 'Long name', depth: 2 },
  ])
})

test('takes the id that an import kept beside a heading', () => {
  const kept = { ...heading('h2', 'Long name'), $: { anchor: 'short' } }
  expect(headingsOf(body(kept))).toEqual([{ id: 'short', text: 'Long name', depth: 2 }])
})

test('lists headings of the second and third level that stand in the body itself', () => {
  const inCallout = block('admonition', { kind: 'tip', content: body(heading('h2', 'Inside')) })
  const nodes = body(heading('h1', 'Title'), heading('h1', 'Part'), inCallout, heading('h3', 'Below'))
  expect(headingsOf(body(...nodes.root.children, heading('h4', 'Deep')), { title: 'Title' })).toEqual([
    { id: 'part', text: 'Part', depth: 2 },
    { id: 'below', text: 'Below', depth: 3 },
  ])
})

test.each([
  ['### ### ###', [2, 2, 2]],
  ['## #### ### ##', [2, 3, 3, 2]],
  ['### ## ### #####', [2, 2, 3, 4]],
  ['# ## ### ######', [2, 2, 3, 4]],
])('no level of the headings %s is skipped', (written, depths) => {
  const nodes = written.split(' ').map((marks) => heading(`h${marks.length}` as 'h2', 'Part'))
  expect(bodyHeadings(nodes).map(({ depth }) => depth)).toEqual(depths)
})

test('counts the headings of callouts for the ids of those behind them', () => {
  const inCallout = block('admonition', { kind: 'tip', content: body(heading('h2', 'Same')) })
  expect(headingsOf(body(inCallout, heading('h2', 'Same')))).toEqual([
    { id: 'same-1', text: 'Same', depth: 2 },
  ])
})
