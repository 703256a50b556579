import type { PayloadRequest } from 'payload'
import type { Locale } from '@/i18n/locales'

/** What a write to a document with drafts is for. */
export type Intent = {
  /** `save` keeps a draft and changes nothing online; the others change what is online in one language. */
  does: 'save' | 'publish' | 'unpublish'
  autosave: boolean
  locale: Locale
}

type Carrier = Pick<PayloadRequest, 'context'>

/** Leaves the intent of the operation under way for its later hooks. */
export function declareIntent(req: Carrier, intent: Intent): void {
  req.context.intent = intent
}

export function intentOf(req: Carrier): Intent {
  const intent = req.context.intent as Intent | undefined
  if (!intent) throw new Error('A document was written without passing through src/publishing/one-language.')
  return intent
}
