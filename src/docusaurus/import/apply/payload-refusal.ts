/** Payload's answer to a document or a file that it does not accept. */
export type PayloadRefusal = Error & {
  status: number
  data?: { errors?: { path: string; message: string }[] }
}

/** Whether Payload refused the input, which has a status below 500. A status of 500 is a fault of ours. */
export const isPayloadRefusal = (error: unknown): error is PayloadRefusal =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500
