import type { AuthorSummary } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { PictureImage } from '../pictures/picture-image'
import { initials } from './initials'
import { termLang } from './term-text'

type Props = { author: AuthorSummary; locale: Locale }

export function AuthorCard({ author, locale }: Props) {
  return (
    <div className="author-card">
      <AuthorPortrait author={author} />
      <div>
        <p className="author-name">
          <a href={author.href} rel="author">
            {author.name}
          </a>
        </p>
        {author.title && (
          <p className="author-title" lang={termLang(author.title, locale)}>
            {author.title.text}
          </p>
        )}
      </div>
    </div>
  )
}

/** The author's picture, or their initials. The name always stands beside it. */
export function AuthorPortrait({ author }: { author: AuthorSummary }) {
  return (
    <span className="author-portrait">
      {author.picture ? (
        <PictureImage picture={{ ...author.picture, alt: '' }} sizes="6rem" />
      ) : (
        <span aria-hidden="true">{initials(author.name)}</span>
      )}
    </span>
  )
}
