import type { ReactNode } from 'react'
import { translator } from '@/i18n/translator'
import { SiteFooter } from './site-footer'
import { SiteHeader, type SiteHeaderProps } from './site-header'

type Props = SiteHeaderProps & {
  /** What stands above everything, such as the banner of a preview. */
  banner?: ReactNode
  children: ReactNode
}

/** Everything of a page but its own view: skip link, header, the `main` around the view, footer. */
export function PageFrame({ banner, children, ...header }: Props) {
  const t = translator(header.locale, 'site')
  return (
    <>
      <a className="skip-link" href="#content">
        {t('nav.skip')}
      </a>
      {banner}
      <SiteHeader {...header} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter locale={header.locale} site={header.site} translations={header.translations} />
    </>
  )
}
