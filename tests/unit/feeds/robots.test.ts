import { expect, test } from 'vitest'
import { robots } from '@/feeds/robots'

test('names the sitemap, keeps crawlers off the panel, and lets them have the cards', () => {
  expect(robots('https://terbit.example')).toBe(`User-agent: *
Allow: /api/og
Allow: /api/media/
Disallow: /admin
Disallow: /api/

Sitemap: https://terbit.example/sitemap.xml
`)
})
