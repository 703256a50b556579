'use client'

import {
  ExternalLinkIcon,
  Link,
  useConfig,
  useDocumentInfo,
  useDocumentTitle,
  useLocale,
  useTranslation,
} from '@payloadcms/ui'
import { useEffect } from 'react'
import { sentence } from '@/i18n/admin-words'
import { isLocale, locales } from '@/i18n/locales'
import type { LanguageStates } from '@/publishing/language-states'
import type { PublishedCollection } from '@/publishing/publishables/publishable'
import { hrefFor } from '@/site/hrefs'
import { LanguageMark } from './language-mark'
import { useFreshLanguageStates } from './language-states-store'

const pageOf = { articles: 'article', projects: 'project' } as const

/** Links to the open document in each language, and to the page of the language that is being edited. */
export function DocumentLanguages({
  collection,
  initial,
}: {
  collection: PublishedCollection
  initial: LanguageStates | undefined
}) {
  const { id, hasPublishedDoc, setUnpublishedVersionCount, unpublishedVersionCount } = useDocumentInfo()
  const { config } = useConfig()
  const { code } = useLocale()
  const { i18n } = useTranslation()
  const states = useFreshLanguageStates(initial)
  const current = isLocale(code) && states ? states[code] : undefined

  // Payload counts the drafts that are newer than the document's last publication in any language. So after the
  // other language was published, it takes this draft for published, and its button would stay disabled.
  const overlooked = current?.state === 'changed' && hasPublishedDoc && unpublishedVersionCount === 0
  useEffect(() => {
    if (overlooked) setUnpublishedVersionCount(1)
  }, [overlooked, setUnpublishedVersionCount])

  // Payload would show the document's id as the heading of a text that is not translated yet.
  const { title, setDocumentTitle } = useDocumentTitle()
  const lent =
    states && !current?.title ? locales.map((locale) => states[locale].title).find(Boolean) : undefined
  useEffect(() => {
    if (!lent || (title && title !== String(id))) return
    // Payload's own effect runs after this one and sets the id again, so this waits for it.
    const late = setTimeout(() => setDocumentTitle(lent))
    return () => clearTimeout(late)
  }, [lent, title, id, setDocumentTitle])

  if (!id || !states) return null
  return (
    <nav className="document-languages" aria-label={sentence(i18n.language, (w) => w.languageStates.heading)}>
      {locales.map((locale) => (
        <Link
          key={locale}
          className="document-languages__link"
          href={`${config.routes.admin}/collections/${collection}/${id}?locale=${locale}`}
          aria-current={locale === code ? 'true' : undefined}
          prefetch={false}
        >
          <LanguageMark locale={locale} state={states[locale].state} language={i18n.language} />
        </Link>
      ))}
      {isLocale(code) && current?.slug && (
        <a
          className="document-languages__site"
          href={hrefFor({ page: pageOf[collection], locale: code, slug: current.slug })}
          target="_blank"
          rel="noreferrer"
        >
          {sentence(i18n.language, (w) => w.articles.viewOnSite)}
          <ExternalLinkIcon />
        </a>
      )}
    </nav>
  )
}
