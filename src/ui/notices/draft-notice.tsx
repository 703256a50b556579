import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'

/** Tells an editor that the previewed article has never been published in this language. */
export function DraftNotice({ locale }: { locale: Locale }) {
  const t = translator(locale, 'site')
  return <p className="draft-notice">{t('draft.notice', { language: t(`language.names.${locale}`) })}</p>
}
