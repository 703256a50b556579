import type { ArticleSummary, SiteView } from '@/content/views'
import { autonyms, type Locale } from '@/i18n/locales'
import { absolute } from '@/site/absolute'
import { hrefFor } from '@/site/hrefs'

type Section = { locale: Locale; articles: ArticleSummary[] }

/** Describes the site for language models and lists the addresses of its articles as Markdown (llmstxt.org). */
export function llms({
  origin,
  site,
  sections,
}: {
  origin: string
  site: SiteView
  sections: Section[]
}): string {
  const lines = [`# ${site.name.text}`]
  if (site.tagline) lines.push('', `> ${site.tagline.text}`)
  for (const { locale, articles } of sections.filter((one) => one.articles.length > 0)) {
    lines.push('', `## ${autonyms[locale]}`, '')
    for (const { title, href, description } of articles)
      lines.push(
        `- [${label(title)}](${absolute(origin, `${href}.md`)})${description ? `: ${line(description)}` : ''}`,
      )
  }
  lines.push('', '## Optional', '')
  for (const { locale } of sections) {
    const feed = absolute(origin, hrefFor({ page: 'rss', locale }))
    lines.push(`- [RSS, ${autonyms[locale]}](${feed})`)
  }
  return `${lines.join('\n')}\n- [Sitemap](${origin}/sitemap.xml)\n`
}

const line = (text: string) => text.replace(/\s+/g, ' ').trim()
const label = (text: string) => line(text).replace(/[\\[\]]/g, '\\$&')
