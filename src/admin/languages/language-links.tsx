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
import type { PublishedCollection } from '@/publishing/write/published-state'
import { hrefFor } from '@/site/hrefs'
import { LanguageMark } from './language-mark'
import { useFreshLanguageStates } from './language-states-store'

const pageOf = { articles: 'article', projects: 'project' } as const

/** Both languages of the document in view, one click apart, and the page of the one that is being edited. */
export function LanguageLinks({
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

  // Payload counts drafts that are newer than the document's last publication in any language, and so takes a draft
  // for published once the other language was: its button would stay grey.
  const overlooked = current?.state === 'changed' && hasPublishedDoc && unpublishedVersionCount === 0
  useEffect(() => {
    if (overlooked) setUnpublishedVersionCount(1)
  }, [overlooked, setUnpublishedVersionCount])

  // Payload would head a text that is still to be translated with the id of its document.
  const { title, setDocumentTitle } = useDocumentTitle()
  const lent =
    states && !current?.title ? locales.map((locale) => states[locale].title).find(Boolean) : undefined
  useEffect(() => {
    if (!lent || (title && title !== String(id))) return
    // After Payload's own effect, which runs behind this one and says the id once more.
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
