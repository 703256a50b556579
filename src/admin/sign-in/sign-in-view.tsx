import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { getSafeRedirect } from 'payload/shared'
import { BrandLogo } from '../brand'
import { SignInForm } from './sign-in-form'

/** The view for signing in, in place of Payload's: it asks for the second step where there is one. */
export function SignInView({ initPageResult, searchParams }: AdminViewServerProps) {
  const { req } = initPageResult
  const { redirect: wanted } = searchParams ?? {}
  const to = getSafeRedirect({
    fallbackTo: req.payload.config.routes.admin,
    redirectTo: typeof wanted === 'string' ? wanted : '',
  })
  if (req.user) redirect(to)
  return (
    <>
      <div className="login__brand">
        <BrandLogo />
      </div>
      <SignInForm to={to} />
    </>
  )
}
