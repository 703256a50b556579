import type { ProjectSummary } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { PictureImage } from './picture-image'
import { termLang } from './term-text'

type Props = { projects: ProjectSummary[]; locale: Locale }

/** Projects set densely: the name to scan by, one line on what each is. */
export function ProjectList({ projects, locale }: Props) {
  return (
    <ul className="project-list">
      {projects.map(({ id, href, name, summary, logo }) => (
        <li key={id}>
          {logo && <PictureImage picture={{ src: logo.src, alt: '', width: 24, height: 24 }} />}
          <div>
            <a href={href}>{name}</a>
            {summary && <p lang={termLang(summary, locale)}>{summary.text}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}
