import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'

type Props = { locale: Locale; exitHref: string }

/** A banner above a page that shows a draft. */
export function PreviewBanner({ locale, exitHref }: Props) {
  const t = translator(locale, 'site')
  return (
    <aside className="preview-banner" aria-label={t('preview.label')}>
      <p>
        <strong>{t('preview.label')}</strong> {t('preview.text', { language: t(`language.names.${locale}`) })}
      </p>
      <a href={exitHref}>{t('preview.exit')}</a>
    </aside>
  )
}
