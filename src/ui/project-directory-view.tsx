import type { CategoryView, ProjectSummary } from '@/content/views'
import { formatNumber } from '@/i18n/formats'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { EmptyView } from './empty-view'
import { PageTitle } from './page-title'
import { ProjectList } from './project-list'
import { termLang } from './term-text'

type Props = { locale: Locale; categories: CategoryView[] }

/** Every project by category; one that stands in two categories counts once. */
export function ProjectDirectoryView({ locale, categories }: Props) {
  const t = translator(locale, 'site')
  const total = distinctProjects(categories).length
  return (
    <div className="page directory">
      <PageTitle title={t('projects.title')} count={formatNumber(total, locale)}>
        <p>{t('projects.intro')}</p>
      </PageTitle>
      {total === 0 ? (
        <EmptyView text={t('empty.projects')} />
      ) : (
        <>
          <nav className="directory-index" aria-label={t('projects.categories')}>
            <ul>
              {categories.map((category) => (
                <li key={category.id}>
                  <a href={`#${category.slug}`} lang={termLang(category.name, locale)}>
                    {category.name.text}
                  </a>{' '}
                  <span aria-hidden="true">{formatNumber(distinctProjects([category]).length, locale)}</span>
                  {category.children.length > 0 && (
                    <ul>
                      {category.children.map((child) => (
                        <li key={child.id}>
                          <a href={`#${child.slug}`} lang={termLang(child.name, locale)}>
                            {child.name.text}
                          </a>
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          </nav>
          <div className="directory-body">
            {categories.map((category) => (
              <section key={category.id} aria-labelledby={category.slug}>
                <h2 id={category.slug} lang={termLang(category.name, locale)}>
                  {category.name.text}
                </h2>
                {category.projects.length > 0 && <ProjectList projects={category.projects} locale={locale} />}
                {category.children.map((child) => (
                  <section key={child.id} aria-labelledby={child.slug}>
                    <h3 id={child.slug} lang={termLang(child.name, locale)}>
                      {child.name.text}
                    </h3>
                    <ProjectList projects={child.projects} locale={locale} />
                  </section>
                ))}
              </section>
            ))}
          </div>
        </>
      )}
    </div>
  )
}

function distinctProjects(categories: CategoryView[]): ProjectSummary[] {
  const all = categories.flatMap(({ projects, children }) => [...projects, ...distinctProjects(children)])
  return [...new Map(all.map((project) => [project.id, project])).values()]
}
