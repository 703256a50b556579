import type { CollectionBeforeOperationHook } from 'payload'
import { member } from '@/access/roles'
import { isLocale, otherLocales } from '@/i18n/locales'

type Read = { id?: unknown; select?: Record<string, unknown> }

/**
 * Shows a term without a name in the language of the form by its name in another language, instead of by its id. This
 * holds for the admin panel's lists and relation fields, which ask for names alone. All other reads get the language that
 * they ask for.
 */
export const nameInAnyLanguage: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { id, select } = args as Read
  const asksForNames = operation === 'read' && id === undefined && Object.keys(select ?? {}).join() === 'name'
  if (asksForNames && req.payloadAPI === 'REST' && member({ req }) && isLocale(req.locale))
    req.fallbackLocale = otherLocales(req.locale)
  return args
}
