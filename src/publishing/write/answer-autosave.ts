import type { CollectionAfterOperationHook, CollectionBeforeChangeHook } from 'payload'
import { handOn, writeContext } from './context'
import { intentOf } from './intent'

/** Keeps the body that an autosave sent, before its blocks are given identities. */
export const rememberSentBody: CollectionBeforeChangeHook = ({ data, req }) => {
  handOn(req, { sentBody: intentOf(req).autosave ? data.body : undefined })
  return data
}

/**
 * Answers an autosave with the body as it was sent, without the ids that new blocks were given. If the answer differs
 * from what was sent, Payload draws its editor anew, and the writer loses the cursor and the words typed meanwhile
 * (3.90). The next save gives the blocks the same ids again.
 */
export const answerAutosaveAsSent: CollectionAfterOperationHook = ({ operation, req, result }) => {
  const { sentBody: body } = writeContext(req)
  if (!body || (operation !== 'create' && operation !== 'updateByID') || !intentOf(req).autosave)
    return result
  return { ...(result as object), body } as typeof result
}
