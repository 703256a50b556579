'use client'

import { sentence } from '@/i18n/admin-words'
import type { Winner } from '@/merge/merge'
import type { ProjectsPreview } from '@/projects/write/take-endpoints'

type Props = {
  conflicts: ProjectsPreview['conflicts']
  language: string
  winner: Winner | undefined
  onDecide: (winner: Winner | undefined) => void
}

/**
 * Shows both versions of each text that was changed both here and in the article, and lets the editor choose one
 * side.
 */
export function ConflictsView({ conflicts, language, winner, onDecide }: Props) {
  const choices = [
    { value: undefined, text: sentence(language, (w) => w.taking.decideLater) },
    { value: 'ours', text: sentence(language, (w) => w.taking.keepOurs) },
    { value: 'theirs', text: sentence(language, (w) => w.taking.takeTheirs) },
  ] as const
  return (
    <section>
      <h3>{sentence(language, (w) => w.taking.conflicts)}</h3>
      <dl className="taking__conflicts">
        {conflicts.map(({ name, locale, here, article }) => (
          <div key={`${name} ${locale}`}>
            <dt>
              {name} <span className="taking__language">{locale.toUpperCase()}</span>
            </dt>
            <dd>
              <b>{sentence(language, (w) => w.taking.here)}</b> <span lang={locale}>{here || '–'}</span>
            </dd>
            <dd>
              <b>{sentence(language, (w) => w.taking.inArticle)}</b> <span lang={locale}>{article}</span>
            </dd>
          </div>
        ))}
      </dl>
      <fieldset className="taking__choices">
        <legend>{sentence(language, (w) => w.taking.decide)}</legend>
        {choices.map(({ value, text }) => (
          <label key={text}>
            <input
              type="radio"
              name="taking-winner"
              checked={winner === value}
              onChange={() => onDecide(value)}
            />{' '}
            {text}
          </label>
        ))}
      </fieldset>
    </section>
  )
}
