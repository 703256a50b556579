import type { CategoryView, ProjectSummary } from '@/content/views'
import { formatNumber } from '@/i18n/formats'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { PageTitle } from '../frame/page-title'
import { EmptyView } from '../notices/empty-view'
import { termLang } from '../terms/term-text'
import { ProjectList } from './project-list'

type Props = { locale: Locale; categories: CategoryView[] }

/**
 * Every project by category. A project in two categories counts once. The index links to the categories. When the
 * script runs, the page shows only the chosen category, and a field filters the list by words (`directoryFilter`).
 */
export function ProjectDirectoryView({ locale, categories }: Props) {
  const t = translator(locale, 'site')
  const total = distinctProjects(categories).length
  return (
    <div id="directory" className="page directory" data-directory="">
      <PageTitle title={t('projects.title')} count={formatNumber(total, locale)}>
        <p>{t('projects.intro')}</p>
      </PageTitle>
      {total === 0 ? (
        <EmptyView text={t('empty.projects')} />
      ) : (
        <>
          <Index locale={locale} categories={categories} total={total} />
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
            <p className="directory-none" data-none="" hidden>
              {t('projects.none')}
            </p>
          </div>
        </>
      )}
    </div>
  )
}

function Index({ locale, categories, total }: Props & { total: number }) {
  const t = translator(locale, 'site')
  const shown = (count: string) => t('projects.shown', { shown: count, total: formatNumber(total, locale) })
  return (
    <div className="directory-index">
      <div className="directory-filter">
        <label htmlFor="directory-words">{t('projects.filter')}</label>
        <input id="directory-words" type="search" autoComplete="off" />
        <p
          role="status"
          data-shown={shown('#')}
          // The script may change this text before React hydrates. React does not compare text that is set in this
          // way.
          dangerouslySetInnerHTML={{ __html: shown(formatNumber(total, locale)) }}
        />
      </div>
      <nav aria-label={t('projects.categories')}>
        <ul>
          <li className="directory-all">
            <a href="#directory">{t('projects.all')}</a> <Count projects={total} locale={locale} />
          </li>
          {categories.map((category) => (
            <li key={category.id}>
              <Entry category={category} locale={locale} />
              {category.children.length > 0 && (
                <ul>
                  {category.children.map((child) => (
                    <li key={child.id}>
                      <Entry category={child} locale={locale} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

function Entry({ category, locale }: { category: CategoryView; locale: Locale }) {
  return (
    <>
      <a href={`#${category.slug}`} lang={termLang(category.name, locale)}>
        {category.name.text}
      </a>{' '}
      <Count projects={distinctProjects([category]).length} locale={locale} />
    </>
  )
}

function Count({ projects, locale }: { projects: number; locale: Locale }) {
  const t = translator(locale, 'site')
  return (
    <span className="directory-count">
      <span aria-hidden="true">{formatNumber(projects, locale)}</span>
      <span className="visually-hidden">{t('projects.count', { count: projects })}</span>
    </span>
  )
}

function distinctProjects(categories: CategoryView[]): ProjectSummary[] {
  const all = categories.flatMap(({ projects, children }) => [...projects, ...distinctProjects(children)])
  return [...new Map(all.map((project) => [project.id, project])).values()]
}
