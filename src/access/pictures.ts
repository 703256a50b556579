import type { CollectionBeforeOperationHook } from 'payload'

/** What the server alone knows of an uploaded file: the export finds the original by it, pages announce the picture. */
const factsOfOriginal = ['originalName', 'originalSha256', 'placeholder']

/** Drops from what a client sends whatever would say that the file is another one. Stands before `keepOriginal`. */
export const keepFactsOfOriginal: CollectionBeforeOperationHook = ({ args, operation, overrideAccess }) => {
  const { data } = args as { data?: Record<string, unknown> }
  if (overrideAccess || !data || (operation !== 'create' && operation !== 'update')) return args
  const sent = Object.entries(data).filter(([field]) => !factsOfOriginal.includes(field))
  return { ...args, data: Object.fromEntries(sent) } as unknown as typeof args
}
