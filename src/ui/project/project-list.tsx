import type { ProjectSummary } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { PictureImage } from '../pictures/picture-image'
import { SentenceText } from './sentence-text'

type Props = { projects: ProjectSummary[]; locale: Locale }

/** Projects set densely: the name to scan by, one line on what each is. */
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
