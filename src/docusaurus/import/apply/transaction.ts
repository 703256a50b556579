import {
  type BasePayload,
  commitTransaction,
  createLocalReq,
  getLocalI18n,
  initTransaction,
  killTransaction,
  type PayloadRequest,
} from 'payload'
import { reportLocale } from '@/i18n/locales'

/**
 * Does some work in a transaction of its own. If the work throws, or if `keep` is false, nothing of it is saved. The
 * errors of Payload are in the language of the report.
 */
export async function inTransaction<Result>(
  payload: BasePayload,
  work: (req: PayloadRequest) => Promise<Result>,
  { keep = true }: { keep?: boolean } = {},
): Promise<Result> {
  const i18n = await getLocalI18n({ config: payload.config, language: reportLocale })
  const req = await createLocalReq({ req: { i18n } }, payload)
  await initTransaction(req)
  try {
    const result = await work(req)
    if (keep) await commitTransaction(req)
    else await killTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
