import { expect, test } from 'vitest'
import { atom } from '@/feeds/atom'
import { sampleFeed as feed } from './sample-feed'

test('an Atom feed is written as agreed, element by element', async () => {
  await expect(atom(feed)).toMatchFileSnapshot('./atom.golden.xml')
})

test('an Atom feed without articles still has the date that Atom demands', () => {
  expect(atom({ ...feed, items: [] })).toMatch(/<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>/)
})
