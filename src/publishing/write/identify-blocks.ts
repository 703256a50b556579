import { randomBytes } from 'node:crypto'
import type { CollectionBeforeChangeHook, FieldHook, PayloadRequest } from 'payload'
import { withBlockIds } from '@/richtext/identity/identity'
import type { Body } from '@/richtext/nodes'

const newScope = () => randomBytes(9).toString('base64url')

/**
 * Gives blocks their identities; what the client sent is only a proposal. The scope is the article's own, so that an
 * id pasted from another article is known for foreign.
 */
export const identifyBlocks: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const scope = (originalDoc?.blockScope as string | null | undefined) ?? newScope()
  const body = data.body as Body | null | undefined
  const previous = originalDoc?.body as Body | null | undefined
  return { ...data, blockScope: scope, ...(body ? { body: withBlockIds({ body, previous, scope }) } : {}) }
}

/** A copy is another article: its blocks are others too, in every language. */
export const copyBlocks: FieldHook = ({ value, req }) =>
  value ? withBlockIds({ body: value as Body, scope: scopeOfCopy(req) }) : value

export const scopeOfCopy = (req: Pick<PayloadRequest, 'context'>): string => {
  const scope = (req.context.scopeOfCopy as string | undefined) ?? newScope()
  req.context.scopeOfCopy = scope
  return scope
}
