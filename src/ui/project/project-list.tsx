import type { ProjectSummary } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { PictureImage } from '../pictures/picture-image'
import { SentenceText } from './sentence-text'

type Props = { projects: ProjectSummary[]; locale: Locale }

/** A dense list of projects: the name, and one line that describes the project. */
export function ProjectList({ projects, locale }: Props) {
  return (
    <ul className="project-list">
      {projects.map(({ id, href, name, aliases, summary, logo }) => (
        <li key={id} data-also={aliases.join(' ')}>
          {logo && <PictureImage picture={{ src: logo.src, alt: '', width: 24, height: 24 }} />}
          <div>
            <a className="project-name" href={href}>
              {name}
            </a>
            {summary && <SentenceText sentence={summary} locale={locale} />}
          </div>
        </li>
      ))}
    </ul>
  )
}
