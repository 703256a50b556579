import { APIError, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload'

/** Fields that only the server sets. The export finds the original by two of them; pages show the placeholder. */
const factsOfOriginal = ['originalName', 'originalSha256', 'placeholder']

/** Fields by which Payload would cut a stored picture anew. */
const cuts = ['focalX', 'focalY']

/** A file that came with a request, unchanged. */
export type SentFile = { name: string; bytes: Buffer }

const key = 'sentFile'

/** Returns the file that came with a request to the media library. */
export const sentFile = ({ context }: Pick<PayloadRequest, 'context'>): SentFile | undefined =>
  context?.[key] as SentFile | undefined

/**
 * Takes the file of a request out of Payload's sight, and drops client data that would claim that it is another one.
 * Payload would read and write files before it knows whether the write succeeds, and would fetch one from an address
 * that the client names.
 */
export const takeFile: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  const write = args as { data?: Record<string, unknown> }
  if (operation !== 'create' && operation !== 'update') return args
  refuseFetching(req)
  refuseForMany(args, req)
  const { file } = req
  req.context[key] = file && { name: file.name, bytes: Buffer.from(file.data) }
  delete req.file
  delete req.query?.uploadEdits
  const dropped = overrideAccess ? cuts : [...cuts, ...factsOfOriginal]
  const sent = Object.entries(write.data ?? {}).filter(([field]) => !dropped.includes(field))
  return { ...args, data: Object.fromEntries(sent) } as unknown as typeof args
}

/** Payload fetches `url` when a new picture names one without a file (3.90, getExternalUploadSource). */
function refuseFetching({ data, file, method }: PayloadRequest): void {
  if (method === 'POST' && !file && typeof data?.url === 'string')
    throw new APIError('Expected a file, found an address. Send the file itself.', 400, undefined, true)
}

/** One transaction would decode the same file for each picture. */
function refuseForMany(args: object, { file }: PayloadRequest): void {
  if (file && 'where' in args)
    throw new APIError('Expected one picture for this file, found a query.', 400, undefined, true)
}
