'use client'

import { Pill, useConfig } from '@payloadcms/ui'
import { sentence } from '@/i18n/admin-words'
import type { ProjectsPreview } from '@/projects/write/take-endpoints'

const looks = { created: 'success', updated: 'warning', unchanged: 'light' } as const

/** The projects that an article lists, each with the change that would be made to it. */
export function ProposedProjects({ preview, language }: { preview: ProjectsPreview; language: string }) {
  const { config } = useConfig()
  return (
    <ul className="taking__projects">
      {preview.projects.map(({ id, name, does, places }) => (
        <li key={id ?? name}>
          <p className="taking__name">
            {id ? <a href={`${config.routes.admin}/collections/projects/${id}`}>{name}</a> : name}
            <Pill pillStyle={looks[does]} size="small">
              {sentence(language, (w) => w.taking.does[does])}
            </Pill>
          </p>
          {places.map(({ category, texts }) => (
            <div key={category}>
              <p className="taking__category">{category}</p>
              {texts.map(({ locale, text }) => (
                <p key={locale} lang={locale}>
                  <span className="taking__language">{locale.toUpperCase()}</span> {text}
                </p>
              ))}
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}
