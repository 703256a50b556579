'use client'

import { Button, ConfirmationModal, toast, useConfig, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { sentence } from '@/i18n/admin-words'
import { askApi } from './ask-api'

type Props = { userId: string; language: string; isOwn: boolean }

const modal = 'erase-user'

/** Downloads what is kept about a user, and lets an admin erase another one. */
export function PersonalData({ userId, language, isOwn }: Props) {
  const { config } = useConfig()
  const { openModal } = useModal()
  const router = useRouter()
  const address = `${config.routes.api}/users/${userId}`
  const erase = async (byline: boolean) => {
    const { message } = await askApi({ method: 'POST', path: `${address}/erase`, body: { byline }, language })
    if (message) toast.error(message)
    else router.push(`${config.routes.admin}/collections/users`)
  }
  return (
    <section className="personal-data">
      <h3>{sentence(language, (w) => w.personalData.heading)}</h3>
      <div className="personal-data__actions">
        <Button buttonStyle="secondary" el="anchor" url={`${address}/export`}>
          {sentence(language, (w) => w.personalData.export)}
        </Button>
        {!isOwn &&
          [false, true].map((byline) => (
            <Button
              key={String(byline)}
              buttonStyle="secondary"
              onClick={() => openModal(`${modal}-${byline}`)}
            >
              {sentence(language, (w) => (byline ? w.personalData.eraseAll : w.personalData.erase))}
            </Button>
          ))}
      </div>
      {!isOwn &&
        [false, true].map((byline) => (
          <ConfirmationModal
            key={String(byline)}
            modalSlug={`${modal}-${byline}`}
            heading={sentence(language, (w) => w.personalData.confirm)}
            body={sentence(language, (w) => (byline ? w.personalData.allGoes : w.personalData.bylineStays))}
            onConfirm={() => void erase(byline)}
          />
        ))}
    </section>
  )
}
