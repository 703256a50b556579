'use client'

import { PublishButton as PayloadPublishButton, useTranslation } from '@payloadcms/ui'
import { sentence } from '@/i18n/admin-words'

/**
 * Payload's button, which publishes the language that is edited. The hint says that shared fields go online with
 * it.
 */
export function PublishButton() {
  const { i18n } = useTranslation()
  const hint = sentence(i18n.language, (w) => w.articles.publishHint)
  return (
    <div className="publish-language" title={hint}>
      <PayloadPublishButton />
      <span className="publish-language__hint">{hint}</span>
    </div>
  )
}
