import type { ProjectSummary } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { projectCardId } from '@/site/mentions'
import { PictureImage } from '../pictures/picture-image'
import { SentenceText } from '../project/sentence-text'

type Props = { projects: ProjectSummary[]; locale: Locale }

/**
 * The projects of an article. Each entry contains the card that the script shows where the text mentions the
 * project.
 */
export function MentionedProjects({ projects, locale }: Props) {
  const t = translator(locale, 'site')
  return (
    <section aria-labelledby="article-projects">
      <h2 id="article-projects">{t('article.projects')}</h2>
      <ul className="mentioned">
        {projects.map(({ id, href, name, slug, logo, summary }) => (
          <li key={id}>
            <a href={href} data-card={projectCardId(slug)}>
              {name}
            </a>
            <div id={projectCardId(slug)} hidden>
              {logo && <PictureImage picture={{ src: logo.src, alt: '', width: 32, height: 32 }} />}
              <strong>{name}</strong>
              {summary && <SentenceText sentence={summary} locale={locale} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
