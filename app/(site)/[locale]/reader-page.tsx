import type { ReactNode } from 'react'
import { siteView } from '@/content/site/site-view'
import type { Translations } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { PageFrame } from '@/ui/frame/page-frame'

type Props = {
  locale: Locale
  path: string
  translations: Translations
  banner?: ReactNode
  children: ReactNode
}

/** A view inside the site's frame. */
export async function ReaderPage({ locale, children, ...frame }: Props) {
  return (
    <PageFrame locale={locale} site={await siteView(locale)} {...frame}>
      {children}
    </PageFrame>
  )
}
