import type { ProjectDetails } from '@/content/views'
import { formatList } from '@/i18n/formats'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'
import { PageTitle } from '../frame/page-title'
import { PictureImage } from '../pictures/picture-image'
import { TermText } from '../terms/term-text'
import { ProjectList } from './project-list'
import { ProjectTimeline } from './project-timeline'
import { SentenceText } from './sentence-text'

type Props = { locale: Locale; timeZone: string; project: ProjectDetails }

export function ProjectView({ locale, timeZone, project }: Props) {
  const t = translator(locale, 'site')
  return (
    <article className="page project">
      <PageTitle
        kicker={<a href={hrefFor({ page: 'projects', locale })}>{t('projects.kicker')}</a>}
        title={project.name}
      >
        {project.summary && <SentenceText sentence={project.summary} locale={locale} />}
        {project.aliases.length > 0 && (
          <p className="project-aliases">
            {t('project.aliases', { names: formatList(project.aliases, locale) })}
          </p>
        )}
      </PageTitle>
      <Facts project={project} locale={locale} />
      <div className="project-body">
        {project.html && <div className="prose" dangerouslySetInnerHTML={{ __html: project.html }} />}
        <ProjectTimeline project={project} locale={locale} timeZone={timeZone} />
        {project.related.length > 0 && (
          <section aria-labelledby="project-related">
            <h2 id="project-related" className="section-title">
              {t('project.related')}
            </h2>
            <ProjectList projects={project.related} locale={locale} />
          </section>
        )}
      </div>
    </article>
  )
}

/** The logo, the links and the project's places in the directory. */
function Facts({ project, locale }: Omit<Props, 'timeZone'>) {
  const t = translator(locale, 'site')
  const links = project.website
    ? [{ label: t('project.website'), href: project.website }, ...project.links]
    : project.links
  return (
    <div className="project-facts">
      {project.logo && (
        <div className="project-logo">
          <PictureImage picture={project.logo} sizes="6rem" />
        </div>
      )}
      {links.length > 0 && (
        <section aria-labelledby="project-links">
          <h2 id="project-links">{t('project.links')}</h2>
          <ul>
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href} rel="noopener">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {project.places.length > 0 && (
        <section aria-labelledby="project-places">
          <h2 id="project-places">{t('project.categories')}</h2>
          <ul className="project-places">
            {project.places.map(({ href, name, above, summary }) => (
              <li key={href}>
                <a href={href}>
                  {above && (
                    <>
                      <TermText term={above} locale={locale} />
                      {' › '}
                    </>
                  )}
                  <TermText term={name} locale={locale} />
                </a>
                {summary && summary.html !== project.summary?.html && (
                  <SentenceText sentence={summary} locale={locale} />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
