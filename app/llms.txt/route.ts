import { articleList } from '@/content/articles/article-summaries'
import { kept } from '@/content/kept'
import { siteView } from '@/content/site/site-view'
import { environment } from '@/env'
import { llms } from '@/feeds/llms'
import { fallbackForVisitors, locales } from '@/i18n/locales'
import { cacheTags } from '@/publishing/purge/cache-tags'

export const dynamic = 'force-dynamic'

/** The number of articles to list, enough to choose from. The sitemap has all of them. */
const newest = 50

const tags = [cacheTags.everything, ...locales.map(cacheTags.articles)]

export async function GET() {
  const text = await kept('llms', tags, async () => {
    const sections = await Promise.all(
      locales.map(async (locale) => ({ locale, ...(await articleList(locale, { limit: newest })) })),
    )
    return llms({ origin: environment().siteUrl, site: await siteView(fallbackForVisitors), sections })
  })
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
