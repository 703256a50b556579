import { type CollectionBeforeValidateHook, type CollectionConfig, ValidationError } from 'payload'
import { environment } from '@/env'
import { sentence } from '@/i18n/admin-words'
import { isCommonPassword } from './common-passwords'

/** Payload's own minimum is 3. NIST SP 800-63B asks for length, not for kinds of characters. */
export const shortestPassword = 12

/**
 * Checks every new password; those that were chosen before a rule stay valid. On a reset Payload gives the hook the user
 * without the password, which is then only in the data that the client sent.
 */
export const refuseWeakPasswords: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const password: unknown = data?.password ?? (req.data as { password?: unknown } | undefined)?.password
  if (typeof password !== 'string') return data
  const refuse = (message: string) => {
    const errors = [{ path: 'password', message, label: req.t('general:password') }]
    throw new ValidationError({ collection: 'users', errors, req }, req.t)
  }
  const language = req.i18n?.language
  if ([...password].length < shortestPassword)
    refuse(sentence(language, (w) => w.errors.passwordLength, { count: shortestPassword }))
  const { email, name } = { ...originalDoc, ...data } as { email?: string; name?: string }
  if (await isCommonPassword(password, [email ?? '', name ?? '']))
    refuse(sentence(language, (w) => w.errors.passwordCommon))
  return data
}

type Auth = Exclude<CollectionConfig['auth'], boolean | undefined>

/** The mail with the reset link. When no mail is configured, the console adapter prints it on the server's terminal. */
export const passwordResetMail: Auth['forgotPassword'] = {
  generateEmailSubject: (args) => sentence(args?.req?.i18n?.language, (w) => w.mail.resetSubject),
  generateEmailHTML: (args) => {
    const link = `${environment().siteUrl}/admin/reset/${args?.token}`
    const text = sentence(args?.req?.i18n?.language, (w) => w.mail.resetText)
    return `<p>${text}</p><p><a href="${link}">${link}</a></p>`
  },
}
