import { type BasePayload, ValidationError } from 'payload'
import type { NewUser } from './new-user'

/** Creates a user. @throws Error with the reason, for example that the email is taken */
export async function createUser(
  payload: Pick<BasePayload, 'count' | 'create'>,
  user: NewUser & { password: string },
): Promise<void> {
  const { email } = user
  const { totalDocs } = await payload.count({ collection: 'users', where: { email: { equals: email } } })
  if (totalDocs > 0)
    throw new Error(`There is already a user ${email}. Choose another email, or reset the password.`)
  try {
    await payload.create({ collection: 'users', data: user })
  } catch (cause) {
    if (!(cause instanceof ValidationError)) throw cause
    const reasons = cause.data.errors.map(({ message, path }) => `${path}: ${message}`)
    throw new Error(reasons.join('\n'), { cause })
  }
}
