import type { BasePayload } from 'payload'
import { type Consumer, consume } from './consume'
import { forgetOldEvents } from './forget-old-events'

const hour = 3600_000

let forgotten = -hour

/**
 * Hands each consumer its events, and once an hour removes the oldest. A consumer that fails is logged and keeps none
 * of the others waiting; it is given the same events when this is called again.
 */
export async function runConsumers(
  payload: Pick<BasePayload, 'db' | 'logger'>,
  consumers: readonly Consumer[],
): Promise<void> {
  for (const consumer of consumers) {
    try {
      await consume(payload, consumer)
    } catch (err) {
      payload.logger.error({ err, msg: `Events could not be handed to ${consumer.name}; it gets them again` })
    }
  }
  // Not by the clock, which may be set back.
  if (performance.now() - forgotten < hour) return
  forgotten = performance.now()
  await forgetOldEvents(payload).catch((err) =>
    payload.logger.error({ err, msg: 'Old events could not be deleted; the next try is in an hour' }),
  )
}
