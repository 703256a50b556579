import type { ProjectDetails, ProjectMention } from '@/content/views'
import { formatDate } from '@/i18n/formats'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { Byline } from '../article/byline'
import { EmptyView } from '../notices/empty-view'

type Props = { locale: Locale; timeZone: string; project: ProjectDetails }

/** Every article that mentions a project, by year and newest first, each with the sentence of the mention. */
export function ProjectTimeline({ project: { name, mentions }, locale, timeZone }: Props) {
  const t = translator(locale, 'site')
  return (
    <section aria-labelledby="project-mentions">
      <h2 id="project-mentions" className="section-title">
        {t('project.mentions')}{' '}
        {mentions.length > 0 && <span>{t('articles.count', { count: mentions.length })}</span>}
      </h2>
      {mentions.length === 0 && <EmptyView text={t('empty.mentions', { name })} />}
      {byYear(mentions, locale, timeZone).map(([year, ofYear]) => (
        <section key={year} className="timeline" aria-labelledby={`year-${year}`}>
          <h3 id={`year-${year}`}>{year}</h3>
          <ol>
            {ofYear.map(({ article, href, sentence }) => (
              <li key={article.id}>
                <h4>
                  <a href={href}>{article.title}</a>
                </h4>
                {sentence && (
                  <blockquote>
                    <p>
                      {sentence[0]}
                      {sentence[1] && <mark>{sentence[1]}</mark>}
                      {sentence[2]}
                    </p>
                  </blockquote>
                )}
                <Byline article={article} locale={locale} timeZone={timeZone} brief />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  )
}

/** Groups mentions by year and keeps their order, which is by date. */
function byYear(mentions: ProjectMention[], locale: Locale, timeZone: string): [string, ProjectMention[]][] {
  const years = new Map<string, ProjectMention[]>()
  for (const mention of mentions) {
    const year = formatDate({ iso: mention.article.publishedAt, locale, timeZone, style: 'year' })
    years.set(year, [...(years.get(year) ?? []), mention])
  }
  return [...years]
}
