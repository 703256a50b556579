import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { locales } from '@/i18n/locales'
import { PageFrame } from '@/ui/frame/page-frame'
import { EmptyView } from '@/ui/notices/empty-view'
import { ErrorView } from '@/ui/notices/error-view'
import { NotFoundView } from '@/ui/notices/not-found-view'
import { PreviewBanner } from '@/ui/notices/preview-banner'
import { sampleSite } from '../../../support/samples/sample-views'

test('the first thing on a page leads past everything to its content', () => {
  const html = renderToStaticMarkup(
    <PageFrame locale="en" site={sampleSite} path="/en" translations={{ id: '/id', en: '/en' }}>
      <p>Text</p>
    </PageFrame>,
  )
  expect(html).toMatch(/^<a class="skip-link" href="#content">Skip to content<\/a>/)
  expect(html).toContain('<main id="content" tabindex="-1"><p>Text</p></main>')
})

test('the name of the site is marked where it is in the other language', () => {
  const html = renderToStaticMarkup(
    <PageFrame locale="en" site={sampleSite} path="/en" translations={{ id: '/id', en: '/en' }}>
      <p>Text</p>
    </PageFrame>,
  )
  expect(html).toContain('<span lang="id">Fajar</span>')
})

test.each(locales)('messages in %s are words, not keys', (locale) => {
  const html = renderToStaticMarkup(
    <>
      <NotFoundView locale={locale} />
      <ErrorView locale={locale} />
      <PreviewBanner locale={locale} exitHref="/" />
      <EmptyView text="-" />
    </>,
  )
  const text = html.replace(/<[^>]*>/g, ' ')
  expect(text).not.toMatch(/\b(nav|notFound|error|preview|language)\.\w/)
  expect(text).not.toContain('{{')
})

test('an error stands in a page of its own, with a title and a main part', () => {
  const html = renderToStaticMarkup(<ErrorView locale="id" />)
  expect(html).toContain('<title>Ada yang rusak di pihak kami</title>')
  expect(html.match(/<main /g)).toHaveLength(1)
})
