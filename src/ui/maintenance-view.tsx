import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { NoticePage } from './notice-page'

export function MaintenanceView({ locale }: { locale: Locale }) {
  const t = translator(locale, 'site')
  return <NoticePage seed="maintenance" title={t('maintenance.title')} text={t('maintenance.text')} />
}
