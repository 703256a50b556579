import type { CollectionBeforeOperationHook } from 'payload'
import { member } from '@/access/roles'
import { isLocale, otherLocales } from '@/i18n/locales'

type Read = { id?: unknown; select?: Record<string, unknown> }

/**
 * The admin panel's lists and fields of relations ask for the names of terms alone: a term that has none in the
 * language of the form is known there by its name in another one, instead of by its id. Forms and all other questions
 * get what stands in the language that they ask for.
 */
export const nameInAnyLanguage: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { id, select } = args as Read
  const asksForNames = operation === 'read' && id === undefined && Object.keys(select ?? {}).join() === 'name'
  if (asksForNames && req.payloadAPI === 'REST' && member({ req }) && isLocale(req.locale))
    req.fallbackLocale = otherLocales(req.locale)
  return args
}
