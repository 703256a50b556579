import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { siteView } from '@/content/site/site-view'
import { environment } from '@/env'
import { languageOf } from '@/i18n/locales'
import { siteMetadata, siteViewport } from '@/seo/site-metadata'
import { FontPreloads } from '@/ui/frame/font-preloads'
import { ReaderScript } from '@/ui/frame/reader-script'
import { type LocaleParams, localeToAnswerIn } from './params'
import '@/ui/styles/site.css'

export const viewport = siteViewport

// Nothing is rendered at build time, so the build needs no database. Each page is rendered and cached when it is
// first requested.
export const generateStaticParams = () => []

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const locale = await localeToAnswerIn(params)
  return {
    ...siteMetadata(environment().siteUrl, await siteView(locale)),
    manifest: `/${locale}/manifest.webmanifest`,
    icons: {
      icon: [{ url: '/icons/favicon.svg', type: 'image/svg+xml' }],
      apple: '/icons/apple-touch-icon.png',
    },
  }
}

export default async function Layout({ params, children }: { params: LocaleParams; children: ReactNode }) {
  const locale = await localeToAnswerIn(params)
  return (
    <html lang={locale} dir={languageOf[locale].direction} suppressHydrationWarning>
      <head>
        <FontPreloads />
        <ReaderScript />
      </head>
      <body>{children}</body>
    </html>
  )
}
