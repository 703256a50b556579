'use client'

import {
  Button,
  ConfirmationModal,
  TextField,
  useField,
  useFormFields,
  useLocale,
  useModal,
  useTranslation,
} from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'
import { useEffect, useId, useRef, useState } from 'react'
import { sentence } from '@/i18n/admin-words'
import { isLocale } from '@/i18n/locales'
import { slugFrom } from '@/publishing/slug'
import { hrefFor } from '@/site/hrefs'
import { useLanguageStates } from '../languages/language-states-store'

const pageOf = { title: 'article', name: 'project' } as const

/**
 * The field for the last part of an address. Until the first publication it follows the title: an empty field shows
 * the address that the title gives, and an address that an editor types stays. Once the document is online, the
 * field is locked until the editor unlocks it.
 */
export function SlugField(props: TextFieldClientProps & { follows: 'title' | 'name' }) {
  const { follows, ...field } = props
  const { setValue, value } = useField<string | null>({ potentiallyStalePath: props.path })
  const title = useFormFields(([fields]) => fields[follows]?.value)
  const publishedAt = useFormFields(([fields]) => fields.publishedAt?.value)
  const { code } = useLocale()
  const { i18n } = useTranslation()
  const online = useLanguageStates()
  const published = isLocale(code) ? online?.[code].slug : undefined
  const anywhere =
    published ?? (follows === 'name' ? Object.values(online ?? {}).find(({ slug }) => slug)?.slug : undefined)
  const [unlocked, setUnlocked] = useState(false)
  const { openModal } = useModal()
  const modal = `change-address-${useId()}`
  const proposal = typeof title === 'string' ? slugFrom(title) : ''

  // A stored address that was made from the title keeps following the title.
  const followed = useRef(proposal)
  useEffect(() => {
    const before = followed.current
    followed.current = proposal
    if (value && proposal && !publishedAt && !anywhere && before !== proposal && value === before)
      setValue(proposal)
  }, [proposal, value, publishedAt, anywhere, setValue])

  const shown = value || proposal
  const locked = Boolean(anywhere) && !unlocked
  return (
    <div className="slug-field">
      <TextField
        {...field}
        readOnly={props.readOnly || locked}
        field={{ ...field.field, admin: { ...field.field.admin, placeholder: proposal } }}
      />
      {shown && isLocale(code) && (
        <p className="slug-field__address">{hrefFor({ page: pageOf[follows], locale: code, slug: shown })}</p>
      )}
      {anywhere && value !== anywhere && (
        <p className="slug-field__note">
          {sentence(i18n.language, (w) => w.slug.leadsHere, { slug: anywhere })}
        </p>
      )}
      {locked && !props.readOnly && (
        <>
          <Button
            buttonStyle="secondary"
            size="small"
            type="button"
            margin={false}
            onClick={() => openModal(modal)}
          >
            {sentence(i18n.language, (w) => w.slug.change)}
          </Button>
          <ConfirmationModal
            modalSlug={modal}
            heading={sentence(i18n.language, (w) => w.slug.confirm)}
            body={sentence(
              i18n.language,
              (w) => (follows === 'title' ? w.slug.consequence : w.slug.consequenceProject),
              { slug: anywhere ?? '' },
            )}
            confirmLabel={sentence(i18n.language, (w) => w.slug.change)}
            onConfirm={() => setUnlocked(true)}
          />
        </>
      )}
    </div>
  )
}
