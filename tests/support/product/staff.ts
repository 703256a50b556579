import { Api } from './api'
import type { Installation, Running } from './product'

export const password = 'sebuah kata sandi'

export const people = { admin: 'admin@terbit.example', editor: 'editor@terbit.example' } as const

/** Makes the first user by the link that the product printed, as its operator does, and then an editor. */
export async function hireStaff({ origin, env }: Installation, running: Running): Promise<void> {
  const [, token] = /\/setup\?token=(\S+)/.exec(running.log()) ?? []
  if (!token) throw new Error(`Expected the product to print a set-up link. It said:\n${running.log()}`)
  // A browser knows the cookie by another name where the site is reached by https (decision 064).
  const prefix = env.SITE_URL?.startsWith('https:') ? '__Host-' : ''
  const answer = await fetch(`${origin}/api/users/first-register`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: `${prefix}terbit-setup=${token}` },
    body: JSON.stringify({ email: people.admin, password, name: 'Sari' }),
  })
  if (!answer.ok)
    throw new Error(`Expected the first user to be made, got ${answer.status}: ${await answer.text()}`)
  const admin = await new Api(origin).signIn(people.admin, password)
  await admin.create('users', { email: people.editor, password, name: 'Bima', role: 'editor' })
}
