import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Body } from '@/richtext/nodes'

/** A body that waits to be written. As objects, the bodies of a thousand posts would take half a gigabyte. */
export type PackedBody = Uint8Array

// The bytes are copied, since a thread that hands them on would clone the whole buffer that they are a part of.
export const packBody = (body: Body): PackedBody =>
  new Uint8Array(deflateRawSync(JSON.stringify(body), { level: 1 }))

export const unpackBody = (packed: PackedBody) => JSON.parse(inflateRawSync(packed).toString()) as Body
