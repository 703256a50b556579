import { expect, test } from 'vitest'
import { articleMarkdown } from '@/feeds/article-markdown'
import { llms } from '@/feeds/llms'
import { sampleArticle, sampleSite } from '../../support/samples/sample-views'

const origin = 'https://fajar.example'

test('an article in Markdown says whose it is and where it stands, before its text', async () => {
  const { locale, translations, unlisted } = sampleArticle
  const article = { ...sampleArticle, title: 'Pagi: [di] *kota*' }
  await expect(
    articleMarkdown({ article, locale, translations, unlisted, markdown: 'Isi.\n' }, origin),
  ).toMatchFileSnapshot('./article.golden.md')
})

test('llms.txt names every article with its address in Markdown, by language', async () => {
  const sections = [
    { locale: 'id' as const, articles: [{ ...sampleArticle, title: 'Pagi [di] kota' }] },
    { locale: 'en' as const, articles: [] },
  ]
  await expect(llms({ origin, site: sampleSite, sections })).toMatchFileSnapshot('./llms.golden.txt')
})
