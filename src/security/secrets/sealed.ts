import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { environment } from '@/env'
import { derivedKey } from './derived-key'

const keyFor = (purpose: string) => Buffer.from(derivedKey(environment().secret ?? '', purpose), 'base64url')

/** Encrypts a text with a key of this site (AES-256-GCM), so that a copy of the database alone does not give it away. */
export function sealed(text: string, purpose: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64url')
}

/** @throws Error when the text was changed, or was sealed with another PAYLOAD_SECRET */
export function unsealed(text: string, purpose: string): string {
  const bytes = Buffer.from(text, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}
