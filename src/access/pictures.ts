import type { CollectionBeforeOperationHook } from 'payload'

/** Fields that only the server sets. The export finds the original by two of them; pages show the placeholder. */
const factsOfOriginal = ['originalName', 'originalSha256', 'placeholder']

/** Drops client data that would claim that the file is another one. Must run before `keepOriginal`. */
export const keepFactsOfOriginal: CollectionBeforeOperationHook = ({ args, operation, overrideAccess }) => {
  const { data } = args as { data?: Record<string, unknown> }
  if (overrideAccess || !data || (operation !== 'create' && operation !== 'update')) return args
  const sent = Object.entries(data).filter(([field]) => !factsOfOriginal.includes(field))
  return { ...args, data: Object.fromEntries(sent) } as unknown as typeof args
}
