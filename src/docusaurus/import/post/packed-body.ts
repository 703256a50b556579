import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Body } from '@/richtext/nodes'

/** A body while it waits to be written: as objects, those of a thousand posts would take half a gigabyte. */
export type PackedBody = Uint8Array

// A copy of its own: a thread that hands it on would clone the whole buffer that it is a part of.
export const packBody = (body: Body): PackedBody =>
  new Uint8Array(deflateRawSync(JSON.stringify(body), { level: 1 }))

export const unpackBody = (packed: PackedBody) => JSON.parse(inflateRawSync(packed).toString()) as Body
