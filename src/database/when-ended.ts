import type { PayloadRequest } from 'payload'

/** How a transaction ended. After a failed COMMIT it is unknown whether its writes are saved. */
export type Ending = 'committed' | 'rolled back' | 'unknown'

type Work = (ending: Ending) => Promise<void>

/** The adapter of Postgres holds what is to be done here, since bundles have copies of this file. */
const key = Symbol.for('terbit.when-ended')

type Adapter = { [key]?: Map<string, Work[]> }

const registered = (adapter: object): Map<string, Work[]> => {
  const holder = adapter as Adapter
  holder[key] ??= new Map()
  return holder[key]
}

/**
 * Does something once the transaction of a request has ended: for what Postgres cannot roll back, such as files.
 * The answer to the request waits for it, and a failure of it is logged.
 * @throws Error when there is no transaction.
 */
export async function whenEnded(
  { payload, transactionID }: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  work: Work,
): Promise<void> {
  const id = await transactionID
  if (!id) throw new Error('Expected a transaction, found none: leave out disableTransaction.')
  const all = registered(payload.db)
  const logged: Work = (ending) =>
    work(ending).catch((err: unknown) =>
      payload.logger.error({ err, msg: 'What follows a transaction was not done.' }),
    )
  all.set(String(id), [...(all.get(String(id)) ?? []), logged])
}

/** Does what was asked for with `whenEnded`. */
export async function ended(adapter: object, id: string, ending: Ending): Promise<void> {
  const all = registered(adapter)
  const work = all.get(id) ?? []
  all.delete(id)
  await Promise.all(work.map((one) => one(ending)))
}
