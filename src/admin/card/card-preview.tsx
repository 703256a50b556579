'use client'

import { Banner, ShimmerEffect, useTranslation } from '@payloadcms/ui'
import { sentence } from '@/i18n/admin-words'
import { type Locale, locales } from '@/i18n/locales'
import type { PreviewKind } from './card-form'
import { CardOnPlatforms } from './card-on-platforms'
import { CardWarnings, kilobytes } from './card-warnings'
import { useCard } from './use-card'

/** Shows the card of the open form in every language, whole and as platforms crop it. */
export function CardPreview({ kind }: { kind: PreviewKind }) {
  return (
    <div className="card-preview">
      {locales.map((locale) => (
        <CardOfLanguage key={locale} kind={kind} locale={locale} />
      ))}
    </div>
  )
}

function CardOfLanguage({ kind, locale }: { kind: PreviewKind; locale: Locale }) {
  const { language } = useTranslation().i18n
  const { answer, drawing, trouble } = useCard(kind, locale)
  const heading = sentence(language, (w) => w.card.ofLanguage, {
    language: sentence(language, (w) => w.locales[locale]),
  })
  const card = answer?.card
  const src = card ? `data:image/png;base64,${card.png}` : ''
  return (
    <section className="card-preview__language" aria-label={heading} aria-busy={drawing}>
      <h3>{heading}</h3>
      {trouble && <Banner type="error">{sentence(language, (w) => w.card[trouble])}</Banner>}
      {!answer && !trouble && (
        <div className="card-preview__waiting">
          <ShimmerEffect height="100%" />
          <span className="card-preview__words">{sentence(language, (w) => w.card.drawing)}</span>
        </div>
      )}
      {answer && !card && <p className="card-preview__note">{sentence(language, (w) => w.card.nothing)}</p>}
      {card && (
        <>
          {/* biome-ignore lint/performance/noImgElement: the picture is in the page already. */}
          <img className="card-preview__card" src={src} alt={answer.title} width={1200} height={630} />
          <p className="card-preview__note">
            {sentence(language, (w) => w.card.size, { size: kilobytes(card.bytes) })}
          </p>
          <CardWarnings card={card} language={language} />
          <h4>{sentence(language, (w) => w.card.platforms)}</h4>
          <CardOnPlatforms src={src} words={answer} locale={locale} />
        </>
      )}
    </section>
  )
}
