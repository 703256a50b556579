'use client'

import { Banner } from '@payloadcms/ui'
import { sentence } from '@/i18n/admin-words'
import type { PreviewCard } from '@/og/http/preview-form'

/** WhatsApp may leave out a picture with more bytes than this. */
const largest = 300_000

export const kilobytes = (bytes: number) => Math.ceil(bytes / 1000)

/** Warns about what an editor may want to change before the card is shared, or says that the card is fine. */
export function CardWarnings({ card, language }: { card: PreviewCard; language: string }) {
  const { bytes, shortened, missing } = card
  const parts = shortened.map((part) => sentence(language, (w) => w.card.parts[part])).join(', ')
  const warnings = [
    ...(parts ? [sentence(language, (w) => w.card.shortened, { parts })] : []),
    ...(missing.length > 0
      ? [sentence(language, (w) => w.card.missing, { characters: missing.join(' ') })]
      : []),
    ...(bytes > largest ? [sentence(language, (w) => w.card.tooLarge, { size: kilobytes(bytes) })] : []),
  ]
  if (warnings.length === 0) {
    return <p className="card-preview__note">{sentence(language, (w) => w.card.fine)}</p>
  }
  return (
    <div role="status">
      {warnings.map((warning) => (
        <Banner key={warning} type="warning">
          {warning}
        </Banner>
      ))}
    </div>
  )
}
