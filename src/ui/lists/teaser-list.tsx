import type { ArticleSummary } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { kawungSequence } from '../pictures/kawung'
import { Teaser } from './teaser'

type Props = {
  articles: ArticleSummary[]
  locale: Locale
  timeZone: string
  /** Sets the first article large. */
  lead?: boolean
  heading?: 'h2' | 'h3'
}

/**
 * Articles laid out as in a magazine: the newest large, then pairs of unequal width, then a row without pictures.
 */
export function TeaserList({ articles, locale, timeZone, lead = false, heading }: Props) {
  const designs = kawungSequence(articles.map(({ id }) => id))
  const teasers = articles.flatMap((article, index) => {
    const design = designs[index]
    if (design === undefined) return []
    const isLead = lead && index === 0
    return [
      <li key={article.id}>
        <Teaser
          article={article}
          locale={locale}
          timeZone={timeZone}
          design={design}
          lead={isLead}
          heading={heading}
        />
      </li>,
    ]
  })
  const [first, ...rest] = teasers
  return (
    <>
      {lead && <ol className="lead-story">{first}</ol>}
      <ol className="teasers" start={lead ? 2 : undefined}>
        {lead ? rest : teasers}
      </ol>
    </>
  )
}
