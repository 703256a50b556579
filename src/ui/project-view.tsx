import type { ProjectView as Project } from '@/content/views'
import { formatList } from '@/i18n/formats'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'
import { Byline } from './byline'
import { EmptyView } from './empty-view'
import { PageTitle } from './page-title'
import { PictureImage } from './picture-image'
import { TermText, termLang } from './term-text'

type Props = { locale: Locale; timeZone: string; project: Project }

export function ProjectView({ locale, timeZone, project }: Props) {
  const t = translator(locale, 'site')
  const links = project.website
    ? [{ label: t('project.website'), href: project.website }, ...project.links]
    : project.links
  return (
    <article className="page project">
      <PageTitle
        kicker={<a href={hrefFor({ page: 'projects', locale })}>{t('projects.kicker')}</a>}
        title={project.name}
      >
        {project.summary && <p lang={termLang(project.summary, locale)}>{project.summary.text}</p>}
        {project.aliases.length > 0 && (
          <p className="project-aliases">
            {t('project.aliases', { names: formatList(project.aliases, locale) })}
          </p>
        )}
      </PageTitle>
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
        {project.categories.length > 0 && (
          <section aria-labelledby="project-categories">
            <h2 id="project-categories">{t('project.categories')}</h2>
            <ul>
              {project.categories.map(({ href, name }) => (
                <li key={href}>
                  <a href={href}>
                    <TermText term={name} locale={locale} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <div className="project-body">
        {project.html && <div className="prose" dangerouslySetInnerHTML={{ __html: project.html }} />}
        <section aria-labelledby="project-mentions">
          <h2 id="project-mentions" className="section-title">
            {t('project.mentions')}{' '}
            {project.mentions.length > 0 && (
              <span>{t('articles.count', { count: project.mentions.length })}</span>
            )}
          </h2>
          {project.mentions.length === 0 && <EmptyView text={t('empty.mentions', { name: project.name })} />}
          <ol className="mentions">
            {project.mentions.map(({ article, sentence }) => (
              <li key={article.id}>
                <h3>
                  <a href={article.href}>{article.title}</a>
                </h3>
                {sentence && (
                  <blockquote>
                    <p>{sentence}</p>
                  </blockquote>
                )}
                <Byline article={article} locale={locale} timeZone={timeZone} brief />
              </li>
            ))}
          </ol>
        </section>
      </div>
    </article>
  )
}
