import type { CollectionBeforeOperationHook } from 'payload'

/** What the server alone knows of an uploaded file: the export finds the original by it. */
const factsOfOriginal = ['originalName', 'originalSha256']

/** Drops from what a client sends whatever would say that the original is another file. Stands before `keepOriginal`. */
export const keepFactsOfOriginal: CollectionBeforeOperationHook = ({ args, operation, overrideAccess }) => {
  const { data } = args as { data?: Record<string, unknown> }
  if (overrideAccess || !data || (operation !== 'create' && operation !== 'update')) return args
  const sent = Object.entries(data).filter(([field]) => !factsOfOriginal.includes(field))
  return { ...args, data: Object.fromEntries(sent) } as unknown as typeof args
}
