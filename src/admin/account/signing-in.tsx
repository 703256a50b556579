'use client'

import { useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { PersonalData } from './personal-data'
import { SecondFactor } from './second-factor'
import { Sessions } from './sessions'

/**
 * What belongs to a user beside their fields: the second factor (their own alone), their sessions, and their data. The
 * server decides who may see what; this only leaves out what it would refuse.
 */
export function SigningIn() {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  if (!id || !user) return null
  const isOwn = user.id === id
  if (!isOwn && user.role !== 'admin') return null
  const props = { userId: String(id), language: i18n.language }
  return (
    <div className="signing-in">
      {isOwn && <SecondFactor language={i18n.language} />}
      <Sessions {...props} />
      <PersonalData {...props} isOwn={isOwn} />
    </div>
  )
}
