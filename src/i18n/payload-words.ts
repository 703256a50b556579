import english from '../../locales/en/payload.json'
import indonesian from '../../locales/id/payload.json'

/**
 * Words of Payload's own catalogues that this product says otherwise: Payload speaks of "lokal" and "publikasi" where
 * an Indonesian editor says "bahasa" and "terbit", and does not say that a version is restored in one language.
 */
export const payloadWords = { id: indonesian, en: english } as const
