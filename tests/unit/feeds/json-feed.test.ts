import { expect, test } from 'vitest'
import { jsonFeed } from '@/feeds/json-feed'
import { sampleFeed as feed } from './sample-feed'

test('a JSON feed is written as agreed, field by field', async () => {
  await expect(`${JSON.stringify(JSON.parse(jsonFeed(feed)), null, 2)}\n`).toMatchFileSnapshot(
    './json-feed.golden.txt',
  )
})
