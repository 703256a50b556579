import type { PayloadRequest } from 'payload'
import type { Locale } from '@/i18n/locales'
import { handOn, writeContext } from './context'

/** The purpose of a write to a document with drafts. */
export type Intent = {
  /** `save` keeps a draft and changes nothing online; the others change what is online in one language. */
  does: 'save' | 'publish' | 'unpublish'
  autosave: boolean
  locale: Locale
}

type Carrier = Pick<PayloadRequest, 'context'>

/** Hands the intent of a write on to its later hooks. */
export function declareIntent(req: Carrier, intent: Intent): void {
  handOn(req, { intent })
}

/**
 * Returns the intent of the write under way.
 * @throws Error if the collection was not made by `publishing`
 */
export function intentOf(req: Carrier): Intent {
  const { intent } = writeContext(req)
  if (!intent)
    throw new Error(
      'Expected `writeOneLanguage` to have run before this hook: make the collection by publishing().',
    )
  return intent
}
