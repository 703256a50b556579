'use client'

import {
  Button,
  EmailField,
  Form,
  FormSubmit,
  Link,
  PasswordField,
  TextField,
  toast,
  useAuth,
  useConfig,
  useTranslation,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { email as validEmail } from 'payload/shared'
import { useState } from 'react'
import { sentence } from '@/i18n/admin-words'
import { RecoveryCodes, Secret } from '../account/second-factor-parts'

type Offered = { secret?: string; picture?: string }
type Shown = { step: 'password' } | { step: 'code'; offered?: Offered } | { step: 'codes'; codes: string[] }
type Answer = {
  errors?: { message?: string; data?: { reason?: string } & Offered }[]
  recoveryCodes?: string[]
}

const empty = { initialValue: '', value: '', valid: true }

/** One object for good: Payload's form empties itself whenever it is given another one. */
const emptyForm = { email: empty, password: empty, code: empty }

/**
 * Asks for email and password, and then for the code of an authenticator app where there is one. Where the user must have
 * one and has none, they set it up here.
 */
export function SignInForm({ to }: { to: string }) {
  const { config } = useConfig()
  const { i18n, t } = useTranslation()
  const { setUser } = useAuth()
  const router = useRouter()
  const [shown, show] = useState<Shown>({ step: 'password' })
  const { language } = i18n
  const { admin, api } = config.routes

  const enter = () => router.push(to)

  const signIn = async (fields: Record<string, unknown>) => {
    const answer = await fetch(`${api}/users/login`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
      body: JSON.stringify(fields),
    }).catch(() => undefined)
    const said = (await answer?.json().catch(() => undefined)) as Answer | undefined
    if (answer?.ok && said) {
      setUser(said as unknown as Parameters<typeof setUser>[0])
      if (!said.recoveryCodes) return enter()
      return show({ step: 'codes', codes: said.recoveryCodes })
    }
    const [error] = said?.errors ?? []
    const { reason, secret, picture } = error?.data ?? {}
    if (reason === 'second-factor') return show({ step: 'code' })
    if (reason === 'second-factor-enrolment' && secret && picture)
      return show({ step: 'code', offered: { secret, picture } })
    toast.error(error?.message ?? t('error:unknown'))
  }

  if (shown.step === 'codes') return <RecoveryCodes codes={shown.codes} language={language} onDone={enter} />
  return (
    <Form
      className="login__form"
      disableSuccessStatus
      initialState={emptyForm}
      onSubmit={(_fields, data) => void signIn(data)}
      waitForAutocomplete
    >
      <div className="login__form__inputWrap" hidden={shown.step !== 'password'}>
        <EmailField
          field={{
            name: 'email',
            admin: { autoComplete: 'email' },
            label: t('general:email'),
            required: true,
          }}
          path="email"
          validate={validEmail}
        />
        <PasswordField
          field={{ name: 'password', label: t('general:password'), required: true }}
          path="password"
        />
      </div>
      {shown.step === 'code' && (
        <div className="login__form__inputWrap second-step">
          <p>
            {sentence(language, (w) => (shown.offered ? w.secondFactor.mustSetUp : w.secondFactor.enterCode))}
          </p>
          {shown.offered && <Secret {...shown.offered} language={language} />}
          <TextField
            field={{
              name: 'code',
              admin: { autoComplete: 'one-time-code' },
              label: sentence(language, (w) => w.secondFactor.code),
              required: true,
            }}
            path="code"
          />
          <Button buttonStyle="none" onClick={() => show({ step: 'password' })}>
            {sentence(language, (w) => w.secondFactor.back)}
          </Button>
        </div>
      )}
      {shown.step === 'password' && (
        <Link href={`${admin}${config.admin.routes.forgot}`} prefetch={false}>
          {t('authentication:forgotPasswordQuestion')}
        </Link>
      )}
      <FormSubmit size="large">{t('authentication:login')}</FormSubmit>
    </Form>
  )
}
