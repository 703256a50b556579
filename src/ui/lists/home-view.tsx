import type { ArticleSummary, ProjectSummary, SiteView, TagDetails } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'
import { EmptyView } from '../notices/empty-view'
import { ProjectList } from '../project/project-list'
import { TagCloud } from '../terms/tag-cloud'
import { TermText } from '../terms/term-text'
import { TeaserList } from './teaser-list'

type Props = {
  locale: Locale
  site: SiteView
  /** Newest first. The first article leads, and seven articles fill the layout. */
  articles: ArticleSummary[]
  tags: TagDetails[]
  projects: ProjectSummary[]
}

export function HomeView({ locale, site, articles, tags, projects }: Props) {
  const t = translator(locale, 'site')
  return (
    <div className="page home">
      <header className="masthead">
        <h1>
          <TermText term={site.name} locale={locale} />
        </h1>
        {site.tagline && (
          <p>
            <TermText term={site.tagline} locale={locale} />
          </p>
        )}
      </header>
      <section aria-label={t('home.latest')}>
        {articles.length === 0 ? (
          <EmptyView text={t('empty.articles')} hint={t('empty.articlesHint')} />
        ) : (
          <>
            <TeaserList articles={articles} locale={locale} timeZone={site.timeZone} lead />
            <p className="onward">
              <a href={hrefFor({ page: 'articles', locale })}>{t('home.more')}</a>
            </p>
          </>
        )}
      </section>
      {tags.length > 0 && (
        <section className="home-section" aria-labelledby="home-tags">
          <h2 id="home-tags">{t('home.tags')}</h2>
          <TagCloud tags={tags} locale={locale} />
          <p className="onward">
            <a href={hrefFor({ page: 'tags', locale })}>{t('home.allTags')}</a>
          </p>
        </section>
      )}
      {projects.length > 0 && (
        <section className="home-section" aria-labelledby="home-projects">
          <h2 id="home-projects">{t('home.projects')}</h2>
          <ProjectList projects={projects} locale={locale} />
          <p className="onward">
            <a href={hrefFor({ page: 'projects', locale })}>{t('home.allProjects')}</a>
          </p>
        </section>
      )}
    </div>
  )
}
