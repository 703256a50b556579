'use client'

import { useParams } from 'next/navigation'
import { localeOrFallback } from '@/i18n/locales'
import { ErrorView } from '@/ui/notices/error-view'

export default function ErrorPage({ reset }: { reset: () => void }) {
  const { locale } = useParams()
  return <ErrorView locale={localeOrFallback(locale)} retry={reset} />
}
