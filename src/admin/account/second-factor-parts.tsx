'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { sentence } from '@/i18n/admin-words'

type SecretProps = { secret?: string; picture?: string; language: string }

/** The secret for an authenticator app: as a QR code, and in letters for whoever cannot scan it. */
export function Secret({ secret = '', picture = '', language }: SecretProps) {
  return (
    <div className="second-factor__secret">
      {/* biome-ignore lint/performance/noImgElement: an optimizer has nothing to gain from an SVG in the page. */}
      <img
        src={`data:image/svg+xml,${encodeURIComponent(picture)}`}
        width={200}
        height={200}
        alt={sentence(language, (w) => w.secondFactor.picture)}
      />
      <p>{sentence(language, (w) => w.secondFactor.typeIn)}</p>
      <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
    </div>
  )
}

type RecoveryCodesProps = { codes: string[]; language: string; onDone: () => void }

/** The recovery codes, which are shown this once. */
export function RecoveryCodes({ codes, language, onDone }: RecoveryCodesProps) {
  const { t } = useTranslation()
  return (
    <div className="second-factor__codes" role="status">
      <p>{sentence(language, (w) => w.secondFactor.keepCodes)}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button onClick={onDone}>{t('general:close')}</Button>
    </div>
  )
}
