import type { TagDetails } from '@/content/views'
import { formatNumber } from '@/i18n/formats'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { TermText } from './term-text'

type Props = { tags: TagDetails[]; locale: Locale }

/** Tags set as running text, each with its number of articles. */
export function TagCloud({ tags, locale }: Props) {
  const t = translator(locale, 'site')
  return (
    <ul className="tag-cloud">
      {tags.map(({ href, name, count }) => (
        <li key={href}>
          <a href={href}>
            <TermText term={name} locale={locale} />
          </a>{' '}
          <span className="tag-count" aria-hidden="true">
            {formatNumber(count, locale)}
          </span>
          <span className="visually-hidden">{t('articles.count', { count })}</span>
        </li>
      ))}
    </ul>
  )
}
