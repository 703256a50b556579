import type { ReactNode } from 'react'
import { translator } from '@/i18n/translator'
import { SiteFooter } from './site-footer'
import type { SiteFrame } from './site-frame'
import { SiteHeader } from './site-header'

type Props = SiteFrame & {
  /** Content above everything else, such as the banner of a preview. */
  banner?: ReactNode
  children: ReactNode
}

/** Everything on a page around its view: skip link, header, the `main` element and footer. */
export function PageFrame({ banner, children, ...frame }: Props) {
  const t = translator(frame.locale, 'site')
  return (
    <>
      <a className="skip-link" href="#content">
        {t('nav.skip')}
      </a>
      {banner}
      <SiteHeader {...frame} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter {...frame} />
    </>
  )
}
