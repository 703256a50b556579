import { randomBytes } from 'node:crypto'
import type { CollectionBeforeChangeHook, FieldHook, PayloadRequest } from 'payload'
import { withBlockIds } from '@/richtext/identity/identity'
import type { Body } from '@/richtext/nodes'
import { handOn, writeContext } from './context'

const newScope = () => randomBytes(9).toString('base64url')

/**
 * Gives blocks their identities. Ids that the client sent are only proposals. Each article has a scope of its own, by
 * which an id that was pasted from another article is recognized.
 */
export const identifyBlocks: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const scope = (originalDoc?.blockScope as string | null | undefined) ?? newScope()
  const body = data.body as Body | null | undefined
  const previous = originalDoc?.body as Body | null | undefined
  return { ...data, blockScope: scope, ...(body ? { body: withBlockIds({ body, previous, scope }) } : {}) }
}

/** Gives the blocks of a copy identities of their own, in every language: a copy is another article. */
export const copyBlocks: FieldHook = ({ value, req }) =>
  value ? withBlockIds({ body: value as Body, scope: scopeOfCopy(req) }) : value

/** The scope of the copy that is being made: the same for all its languages. */
export const scopeOfCopy = (req: Pick<PayloadRequest, 'context'>): string => {
  const scope = writeContext(req).scopeOfCopy ?? newScope()
  handOn(req, { scopeOfCopy: scope })
  return scope
}
