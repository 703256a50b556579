import { expect, test } from 'vitest'
import { pageMetadata } from '@/seo/page-metadata'
import { sampleSite } from '../../support/samples/sample-views'

const page = {
  origin: 'https://fajar.example',
  site: sampleSite,
  locale: 'en',
  path: '/en/blog',
  translations: { id: '/id/blog', en: '/en/blog' },
  title: 'Articles',
} as const

test('a page beyond the first says which it is', () => {
  expect(pageMetadata({ ...page, pageTitle: 'Page 2' }).title).toBe('Articles, Page 2')
})

test('the home page stands without the name of the site behind its title', () => {
  expect(pageMetadata({ ...page, title: 'Fajar', home: true }).title).toEqual({ absolute: 'Fajar' })
})

test('the default for readers of neither language is the Indonesian page', () => {
  expect(pageMetadata(page).alternates?.languages).toEqual({
    id: 'https://fajar.example/id/blog',
    en: 'https://fajar.example/en/blog',
    'x-default': 'https://fajar.example/id/blog',
  })
})
