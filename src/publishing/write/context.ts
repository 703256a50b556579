import type { PayloadRequest } from 'payload'
import type { Locale } from '@/i18n/locales'
import type { Body } from '@/richtext/nodes'
import type { Address } from '@/site/hrefs'
import type { Intent } from './intent'

/** The facts that the hooks of a write hand on to later hooks of the same request. */
export type WriteContext = {
  /** The purpose of the write. */
  intent?: Intent
  /** The languages that are published or taken off line after this one. */
  otherLanguages?: readonly Locale[] | undefined
  /** The addresses at which each document was online before it was written, by its id. */
  online?: ReadonlyMap<string, readonly Address[]>
  /** The body that an autosave sent, before its blocks were given identities. */
  sentBody?: Body | undefined
  /** The scope of a copy's blocks, which all its languages share. */
  scopeOfCopy?: string
  /** The documents that were taken off line one by one, for the operation to answer with. */
  doneAlready?: readonly unknown[] | undefined
}

declare module 'payload' {
  // An interface, since only those can be extended.
  export interface RequestContext {
    publishing?: WriteContext
  }
}

type Carrier = Pick<PayloadRequest, 'context'>

/** Returns everything that hooks have handed on so far in this request. */
export const writeContext = (req: Carrier): Readonly<WriteContext> => req.context.publishing ?? {}

/** Hands something on to the later hooks of this request. */
export function handOn(req: Carrier, part: WriteContext): void {
  req.context.publishing = { ...writeContext(req), ...part }
}
